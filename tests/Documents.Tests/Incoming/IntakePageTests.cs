using System.Net;
using System.Text;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Documents.Tests.Incoming;

public sealed class IntakePageTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string Intake = "/van-ban/den/tiep-nhan",
        Form = "form[enctype]";

    [Fact]
    public async Task Files_dropped_become_documents_that_wait_for_the_book_one_after_the_other()
    {
        using var clerk = app.Visit(GivenFederation.DistrictClerk);
        var page = await clerk.UploadAsync(
            await clerk.OpenAsync(Intake),
            Form,
            [("Files", "mot.txt", Encoding.UTF8.GetBytes("một")), ("Files", "hai.txt", Encoding.UTF8.GetBytes("hai"))]
        );
        Assert.EndsWith("/vao-so", clerk.Address);
        page = await clerk.SubmitAsync(
            page,
            "#vao-so button[name=then]",
            ("Input.Issuer", "Huyện ủy"),
            ("Input.Subject", "Về việc một"),
            ("Input.IssuedOn", "5/3/2026")
        );
        Assert.EndsWith("/vao-so", clerk.Address);
        Assert.Contains("Số đến: 1", page.Body!.TextContent);
        page = await clerk.SubmitAsync(page, "#vao-so .btn-primary", ("Input.Issuer", "Huyện ủy"), ("Input.Subject", "Về việc hai"));
        Assert.Contains("Số đến: 2", page.Body!.TextContent);
        Assert.Contains("Về việc hai", page.QuerySelector("h1")!.TextContent);
        var list = await clerk.OpenAsync("/van-ban/den?tu-khoa=ve+viec+hai");
        Assert.Contains("Về việc hai", Assert.Single(list.QuerySelectorAll(".dk-table tbody tr")).TextContent);
    }

    [Fact]
    public async Task Three_hundred_files_of_all_kinds_handed_in_at_once_are_three_hundred_documents()
    {
        const int Count = 300;
        (string, string, byte[])[] files =
        [
            .. Enumerable
                .Range(0, Count)
                .Select(n => ("Files", $"lo-{n:000}{Endings[n % Endings.Length]}", Encoding.UTF8.GetBytes($"tệp của lô, số {n}"))),
        ];
        using var clerk = app.Visit(GivenFederation.Clerk);
        await clerk.UploadAsync(await clerk.OpenAsync(Intake), Form, files, ("As", "each"));
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        var names = await app.InDbAsync(db =>
            db.Attachments.Where(a => a.Name.StartsWith("lo-")).OrderBy(a => a.Name).Select(a => a.Name).ToListAsync()
        );
        // The ending follows the content, the name stays.
        Assert.Equal(Enumerable.Range(0, Count).Select(n => $"lo-{n:000}"), names.Select(name => name[..6]).Order(StringComparer.Ordinal));
        await app.RunJobsAsync();
        // Nothing in them can be read for certain, so the clerk looks at each.
        var page = await clerk.OpenAsync("/van-ban/den/vao-so-nhieu");
        Assert.Empty(page.QuerySelectorAll("input[name=Chosen][checked]"));
        Assert.Equal(
            Count,
            await app.InDbAsync(db => db.Incoming.CountAsync(d => d.Content.Attachments.Any(a => a.Name.StartsWith("lo-"))))
        );
    }

    private static readonly string[] Endings = [".txt", ".pdf", ".docx", ".png", ".exe", ""];

    [Fact]
    public async Task Several_files_can_be_one_document()
    {
        using var clerk = app.Visit(GivenFederation.OtherClerk);
        await clerk.UploadAsync(
            await clerk.OpenAsync(Intake),
            Form,
            [("Files", "chinh.txt", [65]), ("Files", "phu-luc.txt", [66])],
            ("As", "one")
        );
        var id = Guid.Parse(clerk.Address.Split('/')[3]);
        Assert.Equal(
            ["chinh.txt", "phu-luc.txt"],
            (
                await app.InDbAsync(db =>
                    db.Incoming.Where(d => d.Id == id)
                        .SelectMany(d => d.Content.Attachments)
                        .OrderBy(a => a.Ordinal)
                        .Select(a => a.Name)
                        .ToListAsync()
                )
            ).Select(n => Path.ChangeExtension(n, ".txt"))
        );
    }

    [Theory]
    [InlineData(0, "rỗng")]
    [InlineData(1024 * 1024 + 1, "lớn hơn 1 MB")]
    public async Task A_file_that_is_empty_or_too_large_is_refused_in_words(int size, string words)
    {
        using var clerk = app.Visit(GivenFederation.Clerk);
        var page = await clerk.UploadAsync(await clerk.OpenAsync(Intake), Form, [("Files", "tep.pdf", new byte[size])]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains(words, page.Body!.TextContent);
    }

    [Fact]
    public async Task A_wrong_form_comes_back_with_what_was_typed_and_what_to_do()
    {
        var id = await app.ReceiveAsync();
        using var clerk = app.Visit(GivenFederation.Clerk);
        var page = await clerk.SubmitAsync(
            await clerk.OpenAsync($"/van-ban/den/{id}/vao-so"),
            "#vao-so .btn-primary",
            ("Input.IssuedOn", "31/02/2026"),
            ("Input.NumberText", "9/TB-X")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Equal("9/TB-X", page.QuerySelector("#Input_NumberText")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("#Input_IssuedOn")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_duplicate_is_shown_while_typing_and_must_be_confirmed()
    {
        Assert.True((await app.RegisterAsync(await app.ReceiveAsync(), Office.Form("61/TB-MTTQ", "Mặt trận Tổ quốc"))).Ok);
        var id = await app.ReceiveAsync();
        using var clerk = app.Visit(GivenFederation.Clerk);
        var typing = await clerk.OpenAsync(
            $"/van-ban/den/trung-lap?id={id}&Input.NumberText=61%2Ftb-mttq&Input.Issuer=m%E1%BA%B7t+tr%E1%BA%ADn+t%E1%BB%95+qu%E1%BB%91c"
        );
        Assert.Contains("61/TB-MTTQ", typing.Body!.TextContent);
        (string, string)[] values =
        [
            ("Input.NumberText", "61/TB-MTTQ"),
            ("Input.Issuer", "Mặt trận Tổ quốc"),
            ("Input.Subject", "Thông báo"),
        ];
        var page = await clerk.SubmitAsync(await clerk.OpenAsync($"/van-ban/den/{id}/vao-so"), "#vao-so .btn-primary", values);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        await clerk.SubmitAsync(page, "#vao-so .btn-primary", ("Input.AcceptDuplicate", "true"));
        Assert.Equal(
            IncomingState.Registered,
            await app.InDbAsync(db => db.Incoming.Where(d => d.Id == id).Select(d => d.State).FirstAsync())
        );
    }
}
