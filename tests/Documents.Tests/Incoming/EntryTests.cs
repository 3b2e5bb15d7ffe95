using System.Net;
using System.Text;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Incoming;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Incoming;

/// <summary>What a clerk enters without a file, and puts right afterwards.</summary>
public sealed class EntryTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string Intake = "/van-ban/den/tiep-nhan",
        Paper = "form[action*=Paper]";

    /// <summary>A posted letter in the book of the federation; its address.</summary>
    private static async Task<string> PostedAsync(Visitor clerk, string subject)
    {
        var form = await clerk.SubmitAsync(await clerk.OpenAsync(Intake), Paper + " button[value=false]");
        await clerk.SubmitAsync(
            form,
            "#vao-so .btn-primary, #vao-so button:not([name])",
            ("Input.Issuer", "Bưu điện tỉnh"),
            ("Input.Subject", subject),
            ("Input.NumberText", "7/BĐ " + subject)
        );
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        return clerk.Address;
    }

    private Task<IncomingDocument> ReadAsync(string address) =>
        app.InDbAsync(db =>
            db.Incoming.AsNoTracking()
                .Include(d => d.Content)
                    .ThenInclude(c => c.Attachments)
                .FirstAsync(d => d.Id == Guid.Parse(address.Split('/', StringSplitOptions.None)[3]))
        );

    [Fact]
    public async Task A_posted_letter_is_registered_without_a_file_and_its_scan_follows()
    {
        using var clerk = app.Visit(Clerk);
        var address = await PostedAsync(clerk, "Thư gửi bưu điện");
        Assert.Empty((await ReadAsync(address)).Content.Attachments);

        await clerk.UploadAsync(
            await clerk.OpenAsync(address + "/tep-kem"),
            "form[enctype]",
            [("Files", "ban-quet.txt", Encoding.UTF8.GetBytes("bản quét của thư"))]
        );
        Assert.Equal("ban-quet.txt", Assert.Single((await ReadAsync(address)).Content.Attachments).Name);
        Assert.Contains("Thêm tệp: ban-quet.txt", (await clerk.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);

        // Taken out again only with a reason.
        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/tep-kem"), "form[action*=Remove]", ("ordinal", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        await clerk.SubmitAsync(
            await clerk.OpenAsync(address + "/tep-kem"),
            "form[action*=Remove]",
            ("ordinal", "1"),
            ("Reason", "quét nhầm thư khác")
        );
        Assert.Empty((await ReadAsync(address)).Content.Attachments);
        Assert.Contains("quét nhầm thư khác", (await clerk.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_envelope_that_may_not_be_opened_only_its_outside_is_entered()
    {
        using var clerk = app.Visit(Clerk);
        var form = await clerk.SubmitAsync(await clerk.OpenAsync(Intake), Paper + " button[value=true]");
        Assert.Contains("ngoài bì", form.QuerySelector("#vao-so")!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(
            form,
            "#vao-so .btn-primary, #vao-so button:not([name])",
            ("Input.Issuer", "Tỉnh ủy"),
            ("Input.NumberText", "5-CV/TU")
        );
        var document = await ReadAsync(clerk.Address);
        Assert.Equal((IncomingState.Registered, RegisterInput.SealedSubject, true), (document.State, document.Subject, document.IsSealed));
    }

    [Fact]
    public async Task A_slip_is_corrected_with_a_reason_and_the_number_stays()
    {
        using var clerk = app.Visit(Clerk);
        var address = await PostedAsync(clerk, "Trích yếu gõ nhầm");
        var before = await ReadAsync(address);
        using var second = app.Visit(Clerk);
        var openBefore = await second.OpenAsync(address + "/dinh-chinh");
        var page = await clerk.OpenAsync(address + "/dinh-chinh");
        await clerk.SubmitAsync(page, "form[data-primary]", ("Input.Subject", "Trích yếu đúng"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);

        await clerk.SubmitAsync(page, "form[data-primary]", ("Input.Subject", "Trích yếu đúng"), ("Input.Reason", "gõ nhầm trích yếu"));
        var after = await ReadAsync(address);
        Assert.Equal((before.ArrivalNumber, before.ArrivalDate, "Trích yếu đúng"), (after.ArrivalNumber, after.ArrivalDate, after.Subject));
        var shown = (await clerk.OpenAsync(address)).Body!.TextContent;
        Assert.Contains("“Trích yếu gõ nhầm” thành “Trích yếu đúng”", shown, StringComparison.Ordinal);
        var book = await clerk.OpenAsync("/van-ban/so/den");
        Assert.Contains("gõ nhầm trích yếu", book.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Trích yếu đúng",
            (await clerk.OpenAsync("/van-ban/den?tu-khoa=trich+yeu+dung")).Body!.TextContent,
            StringComparison.Ordinal
        );

        // The page that was open before knows the old record.
        await second.SubmitAsync(
            openBefore,
            "form[data-primary]",
            ("Input.Subject", "Trích yếu cũ"),
            ("Input.Reason", "trang mở từ trước")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Equal("Trích yếu đúng", (await ReadAsync(address)).Subject);
    }

    [Fact]
    public async Task A_wrong_entry_is_cancelled_and_its_line_stays_in_the_book()
    {
        using var clerk = app.Visit(Clerk);
        var address = await PostedAsync(clerk, "Vào sổ hai lần");
        var number = (await ReadAsync(address)).ArrivalNumber;
        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/huy"), "form.dk-card", ("Reason", "trùng số đến trước"));
        var document = await ReadAsync(address);
        Assert.Equal((IncomingState.Cancelled, number), (document.State, document.ArrivalNumber));
        Assert.Contains("trùng số đến trước", (await clerk.OpenAsync("/van-ban/so/den")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã hủy", (await clerk.OpenAsync("/van-ban/den?trang-thai=da-huy")).Body!.TextContent, StringComparison.Ordinal);

        // Nothing more happens to it, and the next number follows.
        await clerk.OpenAsync(address + "/dinh-chinh");
        Assert.Equal(address, clerk.Address);
        Assert.Equal(number + 1, (await ReadAsync(await PostedAsync(clerk, "Văn bản tiếp theo"))).ArrivalNumber);
    }

    [Fact]
    public async Task What_was_typed_is_sent_again_after_the_session_had_ended()
    {
        using var clerk = app.Visit(Clerk);
        var form = await clerk.SubmitAsync(await clerk.OpenAsync(Intake), Paper + " button[value=false]");
        var address = clerk.Address;
        var person = clerk.Client.DefaultRequestHeaders.GetValues("X-Known-Person").Single();
        clerk.Client.DefaultRequestHeaders.Remove("X-Known-Person");
        var over = await clerk.SubmitAsync(
            form,
            "#vao-so .btn-primary",
            ("Input.Issuer", "Tỉnh ủy"),
            ("Input.Subject", "Gõ trước khi hết phiên")
        );
        Assert.Equal(HttpStatusCode.Unauthorized, clerk.Status);
        Assert.Contains("Phiên làm việc đã hết", over.Body!.TextContent, StringComparison.Ordinal);
        clerk.Client.DefaultRequestHeaders.Add("X-Known-Person", person);
        await clerk.SubmitAsync(over, "#gui-lai");
        Assert.Equal("Gõ trước khi hết phiên", (await ReadAsync(address)).Subject);
    }

    [Fact]
    public async Task The_slip_and_the_list_as_a_sheet_are_for_those_who_read_the_document()
    {
        using var clerk = app.Visit(Clerk);
        var address = await PostedAsync(clerk, "Văn bản có phiếu");
        var slip = (await clerk.OpenAsync(address + "/phieu")).Body!.TextContent;
        Assert.Contains("ĐẾN", slip, StringComparison.Ordinal);
        Assert.Contains("Văn bản có phiếu", slip, StringComparison.Ordinal);
        using var other = app.Visit(OtherClerk);
        await other.GetAsync(address + "/phieu");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        await other.GetAsync(address + "/dau-den");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);

        using var sheet = await clerk.Client.GetAsync("/van-ban/den?handler=Sheet&tu-khoa=co+phieu");
        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
        using var archive = new System.IO.Compression.ZipArchive(await sheet.Content.ReadAsStreamAsync());
        using var rows = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Contains("Văn bản có phiếu", await rows.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stamp_stands_where_it_was_asked_and_alone_when_there_is_no_page()
    {
        using var clerk = app.Visit(Clerk);
        var address = await PostedAsync(clerk, "Thư bưu điện có dấu");
        var page = await clerk.OpenAsync((await clerk.OpenAsync(address)).QuerySelector("main a[href$='/dau-den']")!.GetAttribute("href")!);
        Assert.Contains("chỉ có dấu được in", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ĐẾN", page.QuerySelector(".dk-sheet.dk-stamp-only .dk-stamp")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await clerk.OpenAsync(address + "/dau-den?cho=duoi-ngay")).QuerySelector(".dk-stamp-duoi-ngay"));
        Assert.NotNull((await clerk.OpenAsync(address + "/dau-den?cho=%22x")).QuerySelector(".dk-stamp-duoi-so, .dk-stamp-duoi-trich-yeu"));

        var decree = await File.ReadAllBytesAsync(Decree30.PathOf("30_2020_ND_CP.pdf"));
        var id = (await app.TakeInAsync(Clerk, true, ("nghi-dinh.pdf", decree))).Value.Documents[0];
        Assert.True((await app.RegisterAsync(id)).Ok);
        page = await clerk.OpenAsync($"/van-ban/den/{id}/dau-den");
        var picture = page.QuerySelector(".dk-sheet:not(.dk-stamp-only) img")!.GetAttribute("src")!;
        using var image = await clerk.Client.GetAsync(picture);
        Assert.StartsWith("image/", image.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dinh-chinh")]
    [InlineData("/huy")]
    [InlineData("/tep-kem")]
    public async Task The_entry_of_another_unit_is_not_found(string page)
    {
        using var clerk = app.Visit(Clerk);
        var address = await PostedAsync(clerk, "Văn bản của tỉnh " + page.Trim('/'));
        using var other = app.Visit(OtherClerk);
        await other.GetAsync(address + page);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }
}
