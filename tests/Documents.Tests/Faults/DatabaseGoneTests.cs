using System.Net;
using System.Text;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Documents.Tests.Faults;

public sealed class DatabaseGoneOnSqlite(CutSqlite app) : DatabaseGoneTests(app), IClassFixture<CutSqlite>;

public sealed class DatabaseGoneOnPostgreSql(CutPostgreSql app) : DatabaseGoneTests(app), IClassFixture<CutPostgreSql>;

public abstract class DatabaseGoneTests(CutApp app)
{
    private const string Again = "#gui-lai";

    [Fact]
    public async Task A_form_sent_while_the_database_is_gone_is_kept_in_the_answer_and_sent_again_from_there()
    {
        var id = await app.ReceiveAsync();
        using var clerk = app.Visit(GivenFederation.Clerk);
        var form = await clerk.OpenAsync($"/van-ban/den/{id}/vao-so");
        (string, string)[] typed =
        [
            ("Input.NumberText", "7/CV-X"),
            ("Input.Issuer", "Huyện ủy “Thử”"),
            ("Input.Subject", "Về việc <chờ> một phút"),
            ("Input.IssuedOn", "5/3/2026"),
        ];

        app.Cut();
        var page = await clerk.SubmitAsync(form, "#vao-so .btn-primary", typed);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, clerk.Status);
        Assert.Contains("Cơ sở dữ liệu tạm thời không trả lời", page.Body!.TextContent);
        Assert.Contains("đợi một phút rồi thử lại", page.Body!.TextContent);
        page = await clerk.SubmitAsync(page, Again);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, clerk.Status);

        app.Mend();
        page = await clerk.SubmitAsync(page, Again);
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        Assert.Contains("Số đến:", page.Body!.TextContent);
        var row = await app.InDbAsync(db => db.Incoming.AsNoTracking().FirstAsync(d => d.Id == id));
        Assert.Equal(
            (IncomingState.Registered, "7/CV-X", "Huyện ủy “Thử”", "Về việc <chờ> một phút"),
            (row.State, row.NumberText, row.Issuer, row.Subject)
        );
    }

    [Fact]
    public async Task Health_and_pages_say_that_the_database_is_gone_and_work_again_when_it_is_back()
    {
        using var clerk = app.Visit(GivenFederation.Clerk);
        app.Cut();
        await clerk.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, clerk.Status);
        var page = await clerk.GetAsync("/van-ban/den");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, clerk.Status);
        Assert.Contains("tạm thời không trả lời", page.Body!.TextContent);
        Assert.Null(page.QuerySelector(Again));
        await clerk.OpenAsync("/health/live");

        app.Mend();
        await clerk.OpenAsync("/health/ready");
        await clerk.OpenAsync("/van-ban/den");
    }

    [Fact]
    public async Task The_first_reader_after_a_restart_of_the_database_notices_nothing()
    {
        using var clerk = app.Visit(GivenFederation.Clerk);
        await clerk.OpenAsync("/van-ban/den");
        // The server is back at once, but every connection that the program held is dead.
        app.Cut();
        app.Mend();
        await clerk.OpenAsync("/van-ban/den");
    }

    [Fact]
    public async Task Somebody_signed_in_long_ago_meets_the_same_page_and_stays_signed_in()
    {
        using var clerk = await app.SignedInAsync(GivenFederation.Clerk);
        app.Clock.Advance(TimeSpan.FromHours(1));
        app.Cut();
        var page = await clerk.GetAsync("/van-ban/den");
        app.Mend();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, clerk.Status);
        Assert.Contains("tạm thời không trả lời", page.Body!.TextContent);
        await clerk.OpenAsync("/van-ban/den");
        Assert.Equal("/van-ban/den", clerk.Address);
    }

    [Fact]
    public async Task Files_that_were_sent_are_asked_for_again_beside_what_was_typed()
    {
        using var specialist = app.Visit(GivenFederation.Specialist);
        var form = await specialist.OpenAsync("/van-ban/di/soan");
        app.Cut();
        var page = await specialist.UploadAsync(
            form,
            "form[enctype]",
            [("Input.File", "du-thao.docx", Encoding.UTF8.GetBytes("dự thảo"))],
            ("Input.Subject", "Tổ chức hội thi")
        );
        app.Mend();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, specialist.Status);
        Assert.Contains("Chọn lại tệp: du-thao.docx", page.Body!.TextContent);
        page = await specialist.UploadAsync(page, Again, [("Input.File", "du-thao.docx", Encoding.UTF8.GetBytes("dự thảo"))]);
        Assert.Equal(HttpStatusCode.OK, specialist.Status);
        Assert.Contains("Tổ chức hội thi", page.Body!.TextContent);
        Assert.Contains("phiên bản 1: du-thao.txt", page.Body!.TextContent);
    }

    [Fact]
    public async Task A_password_is_not_written_into_the_page_of_a_fault()
    {
        using var stranger = app.Stranger();
        var form = await stranger.OpenAsync("/dang-nhap");
        app.Cut();
        var page = await stranger.SubmitAsync(
            form,
            "form[method=post]",
            ("Input.UserName", GivenFederation.Clerk),
            ("Input.Password", GivenFederation.Password)
        );
        app.Mend();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, stranger.Status);
        Assert.DoesNotContain(GivenFederation.Password, page.DocumentElement.OuterHtml);
    }
}
