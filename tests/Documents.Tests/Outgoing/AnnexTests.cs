using System.Net;
using AngleSharp.Dom;
using DoanKet.Contracts.Signing;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Kernel;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Pades;
using DoanKet.Testing.Signatures;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

public sealed class AnnexTestsOnSqlite(PagesOnSqlite app) : AnnexTests(app), IClassFixture<PagesOnSqlite>;

public sealed class AnnexTestsOnPostgreSql(PagesOnPostgreSql app) : AnnexTests(app), IClassFixture<PagesOnPostgreSql>;

/// <summary>Appendices in files of their own: with each version, under the unit's signature, and out to the receivers.</summary>
public abstract class AnnexTests(UnionPages app)
{
    private const string Form = "form[data-primary]",
        Upload = "form[action*=Upload]";

    /// <summary>No two are alike.</summary>
    private static byte[] Table() => [.. new SmallPdf().Bytes(), .. System.Text.Encoding.ASCII.GetBytes($"%{Ids.New()}\n")];

    private static byte[] Sheet() => System.Text.Encoding.UTF8.GetBytes($"Đơn vị,Số đoàn viên\n{Ids.New()},12\n");

    [Fact]
    public async Task Each_version_keeps_what_stays_and_takes_what_comes()
    {
        using var specialist = app.Visit(Specialist);
        byte[][] tables = [Table(), Table(), Table()];
        var page = await specialist.UploadAsync(
            await specialist.OpenAsync("/van-ban/di/soan"),
            Form,
            [
                ("Input.File", "du-thao.pdf", DigitalPaper.Letter()),
                Annex("Input.Annexes", "bieu-1.pdf", tables[0]),
                Annex("Input.Annexes", "bieu-2.pdf", tables[1]),
            ],
            ("Input.Subject", "Hướng dẫn có phụ lục"),
            ("Input.SignerId", app.Given.AccountId(Leader).ToString())
        );
        Assert.Null(page.QuerySelector(".dk-errors")?.TextContent);
        var address = specialist.Address;
        Assert.Equal(["du-thao.pdf", "bieu-1.pdf", "bieu-2.pdf"], FilesOf(page));
        Assert.Contains("du-thao.pdf, kèm 2 phụ lục", page.QuerySelector("main")!.TextContent);

        // The text stays, one appendix goes, one comes.
        var kept = page.QuerySelectorAll("input[name=KeptAnnexes]").Select(box => box.GetAttribute("value")!).ToList();
        page = await specialist.UploadAsync(page, Upload, [Annex("Annexes", "bieu-3.pdf", tables[2])], ("KeptAnnexes", kept[1]));
        Assert.Equal(["du-thao.pdf", "bieu-2.pdf", "bieu-3.pdf"], FilesOf(page));
        Assert.Equal(tables[2], await specialist.Client.GetByteArrayAsync(address + "/tep/3"));
        Assert.Equal(tables[0], await specialist.Client.GetByteArrayAsync(address + "/phien-ban/1/phu-luc/1"));
        var compared = (await specialist.OpenAsync(address + "/so-sanh")).QuerySelector("main")!.TextContent;
        Assert.Contains("Thêm hoặc thay phụ lục: bieu-3.pdf", compared);
        Assert.Contains("Bỏ phụ lục: bieu-1.pdf", compared);

        // A window that shows the version before must not bring its appendices back.
        page = await specialist.UploadAsync(
            await specialist.OpenAsync(address),
            Upload,
            [Annex("Annexes", "bieu-4.pdf", Table())],
            ("KeptAnnexes", kept[0])
        );
        Assert.Contains("phiên bản mới hơn", page.QuerySelector(".dk-errors")!.TextContent);
        using var other = app.Visit(OtherClerk);
        await other.GetAsync(address + "/phien-ban/1/phu-luc/1");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Fact]
    public async Task What_makes_no_version_is_told_and_changes_nothing()
    {
        using var specialist = app.Visit(Specialist);
        var address = $"/van-ban/di/{await app.DraftAsync()}";
        var table = Table();

        await RefusedAsync("giống hệt nhau", Annex("Annexes", "a.pdf", table), Annex("Annexes", "b.pdf", table));
        await RefusedAsync("chưa có gì thay đổi");
        await RefusedAsync("nhiều nhất 20 tệp", [.. Enumerable.Range(0, 21).Select(i => Annex("Annexes", $"{i}.pdf", Table()))]);
        await RefusedAsync("to.pdf: ", Annex("Annexes", "to.pdf", [.. Table(), .. new byte[1 << 20]]));
        Assert.Single(FilesOf(await specialist.OpenAsync(address)));

        async Task RefusedAsync(string why, params (string, string, byte[])[] files)
        {
            var page = await specialist.UploadAsync(await specialist.OpenAsync(address), Upload, files);
            Assert.Contains(why, page.QuerySelector(".dk-errors")!.TextContent, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_person_signs_the_text_and_the_unit_the_text_and_each_appendix()
    {
        var (table, sheet) = (Table(), Sheet());
        using var clerk = app.Visit(Clerk);
        await DigitalPaper.AddAgencyKeyAsync(clerk);
        using var leader = app.Visit(Leader);
        await DigitalPaper.AddKeyAsync(leader);
        var address = await app.ApprovedAsync(
            DigitalPaper.Letter(),
            "huong-dan.pdf",
            annexes: [("bieu.pdf", table), ("so-lieu.csv", sheet)]
        );
        Assert.Contains("kèm 2 phụ lục", (await leader.OpenAsync("/van-ban/di/ky")).Body!.TextContent);
        await leader.SubmitAsync(
            await leader.OpenAsync(address + "?tep=2"),
            DigitalPaper.Sign,
            ("secret", TestPki.Password),
            ("confirmed", "true")
        );
        Assert.Equal(table, await clerk.Client.GetByteArrayAsync(address + "/tep/2"));

        // Looking at an appendix makes it no other document.
        Assert.Contains("đóng dấu số", (await clerk.OpenAsync(address + "?tep=2")).QuerySelector("a.btn-primary")!.TextContent);
        var page = await clerk.OpenAsync(address + "/dong-dau?tep=2");
        Assert.Contains("góc trên bên phải trang đầu: bieu.pdf", page.QuerySelector(Form)!.TextContent);
        Assert.Contains("so-lieu", page.QuerySelector(".alert-warning")!.TextContent);
        page = await clerk.SubmitAsync(page, Form, ("Secret", TestPki.Password));
        Assert.Null(page.QuerySelector(".dk-errors")?.TextContent);

        var number = (await DocumentAsync(address)).NumberText;
        var file = await clerk.Client.GetByteArrayAsync(address + "/tep/2");
        Assert.Equal(table, file[..table.Length]);
        using var pdf = PdfSource.FromBytes(file);
        var report = PdfVerifier.Verify(pdf, new() { At = TestPki.Now, Trust = TestPki.Shared.Trust });
        Assert.Equal((OverallVerdict.Valid, 1), (report.Overall, report.Signatures.Count));
        var block = Assert.Single(PdfPages.FieldsOf(pdf));
        var size = PdfPages.SizeOf(pdf, 1)!;
        Assert.Equal(
            (1, size.Width - 36, size.Height - 14),
            (block.Page, block.Place.X + block.Place.Width, block.Place.Y + block.Place.Height)
        );
        Assert.Equal(sheet, await clerk.Client.GetByteArrayAsync(address + "/tep/3"));
        Assert.Contains($"Ghi số {number}, đóng dấu số, ký 1 phụ lục", (await clerk.OpenAsync(address)).Body!.TextContent);

        // The other side has all three, and sees who signed.
        await app.ChooseAsync((await DocumentAsync(address)).Id, ChoiceSource.Below);
        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/phat-hanh/xac-nhan"), Form);
        var id = (await DocumentAsync(address)).Id;
        var received = await app.InDbAsync(db =>
            db.Set<Receipt>()
                .Where(r =>
                    r.OutgoingId == id && db.Set<IncomingDocument>().Any(d => d.Id == r.IncomingId && d.UnitId == app.Given.District.Id)
                )
                .Select(r => r.IncomingId)
                .SingleAsync()
        );
        using var district = app.Visit(DistrictClerk);
        page = await district.OpenAsync($"/van-ban/den/{received}");
        Assert.Equal(3, FilesOf(page).Count);
        Assert.Equal(file, await district.Client.GetByteArrayAsync($"/van-ban/den/{received}/tep/2"));
    }

    [Fact]
    public async Task A_number_given_back_takes_the_signatures_off_the_appendices()
    {
        var table = Table();
        using var clerk = app.Visit(Clerk);
        await DigitalPaper.AddAgencyKeyAsync(clerk);
        var address = await SignedAsync(("bieu.pdf", table));
        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/dong-dau"), Form, ("Secret", TestPki.Password));

        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/giu-so"), "form.dk-card", ("Reason", "Sai ngày"));

        Assert.Equal(OutgoingState.Signing, await app.StateAsync(address));
        Assert.Equal(table, await clerk.Client.GetByteArrayAsync(address + "/tep/2"));
    }

    [Fact]
    public async Task An_appendix_that_cannot_be_signed_is_named_before_a_number_is_given()
    {
        using var clerk = app.Visit(Clerk);
        await DigitalPaper.AddAgencyKeyAsync(clerk);
        var address = await SignedAsync(("bieu-hong.pdf", [.. "%PDF-1.7\n"u8, .. Sheet()]));

        var page = await clerk.SubmitAsync(await clerk.OpenAsync(address + "/dong-dau"), Form, ("Secret", TestPki.Password));

        Assert.Contains("bieu-hong.pdf: Tệp PDF hỏng", page.QuerySelector(".dk-errors")!.TextContent);
        Assert.Equal("", (await DocumentAsync(address)).NumberText);
    }

    [Fact]
    public async Task The_clerk_hears_at_the_format_check_which_appendix_goes_out_unsigned()
    {
        using var clerk = app.Visit(Clerk);
        await DigitalPaper.AddAgencyKeyAsync(clerk);
        var id = await DraftAsync(("so-lieu.csv", Sheet()), ("bieu.pdf", Table()));
        await app.SubmitAsync(id);
        await app.ApproveContentAsync(id, 2);

        var told = (await clerk.OpenAsync($"/van-ban/di/{id}")).QuerySelectorAll(".alert-warning").Select(p => p.TextContent);

        Assert.Contains(
            told,
            text => text.Contains("so-lieu", StringComparison.Ordinal) && !text.Contains("bieu", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_page_of_an_appendix_is_commented_under_its_name()
    {
        var id = await DraftAsync(("bieu.pdf", Table()));
        await app.SubmitAsync(id);
        using var head = app.Visit(Head);
        var address = $"/van-ban/di/{id}/gop-y";

        var page = await head.SubmitAsync(await head.OpenAsync(address + "?tep=2"), Form, ("Text", "Thiếu cột đơn vị tính"));
        Assert.Contains("Trang 1, bieu.pdf", page.QuerySelector("main li")!.TextContent);
        Assert.Contains("tep=2", page.QuerySelector("main li a")!.GetAttribute("href"));
        page = await head.SubmitAsync(page, Form, ("Text", "Chỗ khác"), ("Annex", "7"));
        Assert.Contains("Không tìm thấy", page.QuerySelector(".dk-errors")!.TextContent);
    }

    [Fact]
    public async Task A_round_seals_the_text_only_behind_its_appendices_and_only_this_text()
    {
        using var clerk = app.Visit(Clerk);
        await DigitalPaper.AddAgencyKeyAsync(clerk);
        var address = await SignedAsync(("bieu.pdf", Table()));
        var document = await DocumentAsync(address);
        var reserved = await app.DoAsync<ReserveNumber, Result<StepOutcome>>(
            Clerk,
            h => h.HandleAsync(new(document.Id, "HD-LĐLĐ", true), default)
        );
        Assert.True(reserved.Ok, reserved.Message);
        var (text, annex) = (await ShownAsync(document, 1), await ShownAsync(document, 2));
        var made = new SigningOutcome(await OtherFileAsync(), "khac.pdf", "Chữ ký số cơ quan", DateTime.UnixEpoch);
        RoundPaper paper = new(document.Id, 2, "", address, text, "", "");

        var early = await app.DoAsync<SealDocument, Result<StepOutcome>>(Clerk, h => h.RecordAsync(paper, made, default));
        Assert.Contains("Phụ lục bieu.pdf chưa ký được", early.Message);
        var stale = paper with { Sha256 = annex, FileName = "bieu.pdf", Payload = new('0', 64) };
        Assert.False((await app.DoAsync<SealDocument, Result<StepOutcome>>(Clerk, h => h.RecordAnnexAsync(stale, made, default))).Ok);
        Assert.Equal((text, annex), (await ShownAsync(document, 1), await ShownAsync(document, 2)));

        var right = await app.DoAsync<SealDocument, Result<StepOutcome>>(
            Clerk,
            h => h.RecordAnnexAsync(stale with { Payload = text }, made, default)
        );
        Assert.True(right.Ok, right.Message);
        // What is signed already is not signed twice.
        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/dong-dau"), Form, ("Secret", TestPki.Password));
        Assert.Equal(made.SignedSha256, await ShownAsync(document, 2));
        Assert.NotNull((await DocumentAsync(address)).SealedAt);
    }

    private async Task<string> OtherFileAsync() => (await app.FileAsync("đã ký " + Ids.New())).File.Sha256;

    private Task<string> ShownAsync(OutgoingDocument document, int ordinal) =>
        app.InDbAsync(db =>
            db.Set<OutgoingDocument>()
                .Where(d => d.Id == document.Id)
                .Join(db.Set<Attachment>(), d => d.ContentId, a => a.ContentId, (_, a) => a)
                .Where(a => a.Ordinal == ordinal)
                .Select(a => a.Sha256)
                .SingleAsync()
        );

    private static (string Field, string Name, byte[] Content) Annex(string field, string name, byte[] content) => (field, name, content);

    private static IReadOnlyList<string> FilesOf(IDocument page) =>
        [.. page.QuerySelectorAll("#xem nav a").Select(a => a.TextContent).DefaultIfEmpty("một tệp")];

    /// <summary>A draft whose second version has the files.</summary>
    private async Task<Guid> DraftAsync(params (string Name, byte[] Content)[] annexes)
    {
        var id = await app.DraftAsync();
        using var specialist = app.Visit(Specialist);
        var page = await specialist.UploadAsync(
            await specialist.OpenAsync($"/van-ban/di/{id}"),
            Upload,
            [("File", "huong-dan.pdf", DigitalPaper.Letter()), .. annexes.Select(annex => Annex("Annexes", annex.Name, annex.Content))]
        );
        Assert.Null(page.QuerySelector(".dk-errors")?.TextContent);
        return id;
    }

    private Task<string> SignedAsync(params (string Name, byte[] Content)[] annexes) =>
        app.SignedAsync(DigitalPaper.Letter(), annexes: annexes);

    private Task<OutgoingDocument> DocumentAsync(string address)
    {
        var id = Guid.Parse(address.Split('/')[^1]);
        return app.InDbAsync(db => db.Set<OutgoingDocument>().AsNoTracking().FirstAsync(d => d.Id == id));
    }
}
