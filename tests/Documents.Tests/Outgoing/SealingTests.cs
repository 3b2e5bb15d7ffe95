using System.Net;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Kernel.Audit;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Pades;
using DoanKet.Testing.Signatures;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

/// <summary>The clerk writes number and day into the signed file and seals it: what goes out is valid twice.</summary>
public sealed class SealingTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string Form = "form[data-primary]";

    [Theory]
    [InlineData("Số:       /HD-LĐLĐ", false)]
    [InlineData("Số: 12/HD-LĐLĐ", false)]
    [InlineData("Số: /HD-LĐLĐ", true)]
    public async Task The_clerk_hears_before_it_is_signed_that_a_draft_has_no_room_for_the_number(string number, bool isMissing)
    {
        using var clerk = app.Visit(Clerk);
        await DigitalPaper.AddAgencyKeyAsync(clerk);
        var id = await app.DraftAsync();
        using var specialist = app.Visit(Specialist);
        var draft = await specialist.OpenAsync($"/van-ban/di/{id}");
        await specialist.UploadAsync(draft, "form[action*=Upload]", [("File", "du-thao.pdf", DigitalPaper.Letter(number))]);
        await app.SubmitAsync(id);
        await app.ApproveContentAsync(id, 2);

        var told = (await clerk.OpenAsync($"/van-ban/di/{id}")).QuerySelector(".alert-warning")?.TextContent ?? "";

        Assert.Equal(isMissing, told.Contains("chỗ trống để ghi số", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_goes_out_bears_number_day_and_seal_and_is_valid_twice()
    {
        var letter = DigitalPaper.Letter();
        var address = await app.SignedAsync(letter);
        using var clerk = app.Visit(Clerk);
        await DigitalPaper.AddAgencyKeyAsync(clerk);
        Assert.Contains("đóng dấu số", (await clerk.OpenAsync(address)).QuerySelector("a.btn-primary")!.TextContent);

        // A wrong password gives no number.
        var page = await clerk.SubmitAsync(await clerk.OpenAsync(address + "/dong-dau"), Form, ("Secret", "sai"));
        Assert.Contains("Mật khẩu của chứng thư không đúng", page.QuerySelector(".dk-errors")!.TextContent);
        Assert.Equal("", (await DocumentAsync(address)).NumberText);
        page = await clerk.SubmitAsync(page, Form, ("Secret", TestPki.Password));
        Assert.Null(page.QuerySelector(".dk-errors")?.TextContent);

        var document = await DocumentAsync(address);
        Assert.NotNull(document.SealedAt);
        var file = await clerk.Client.GetByteArrayAsync(address + "/tep/1");
        Assert.Equal(letter, file[..letter.Length]);
        var report = Verify(file);
        Assert.Equal((OverallVerdict.Valid, 2), (report.Overall, report.Signatures.Count));
        var fields = PdfPages.FieldsOf(PdfSource.FromBytes(file));
        Assert.Equal(["so", "ngay", "thang"], fields.Where(field => !field.IsSignature && field.IsFilled).Select(field => field.Name));
        // Over a third of the signature, on its left, as large as it really is.
        var pictures = fields.Where(field => field.IsSignature).Select(field => field.Place).ToList();
        Assert.Equal(36 * 72 / 25.4, pictures[1].Width, 0.1);
        Assert.Equal(pictures[0].X + pictures[0].Width / 3, pictures[1].X + pictures[1].Width, 0.1);

        // Sent; the other side reads number and day on the paper, and sees both signatures.
        await app.ChooseAsync(document.Id, ChoiceSource.Below);
        var issue = await clerk.OpenAsync(address + "/phat-hanh/xac-nhan");
        Assert.Contains("khớp với số, ngày đã giữ", issue.Body!.TextContent);
        await clerk.SubmitAsync(issue, Form);
        Assert.Equal(OutgoingState.Issued, await app.StateAsync(address));
        page = await clerk.OpenAsync(address);
        Assert.Equal(2, page.QuerySelectorAll("section[aria-labelledby=chu-ky] > ul").Length);
        Assert.True(await app.InDbAsync(db => db.Set<AuditEntry>().AnyAsync(e => e.Action == "documents.outgoing.sealed")));
    }

    [Fact]
    public async Task A_number_given_back_takes_seal_and_signature_along()
    {
        var letter = DigitalPaper.Letter();
        var address = await app.SignedAsync(letter);
        using var clerk = app.Visit(Clerk);
        await DigitalPaper.AddAgencyKeyAsync(clerk);
        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/dong-dau"), Form, ("Secret", TestPki.Password));

        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/giu-so"), "form.dk-card", ("Reason", "Sai ngày"));

        var document = await DocumentAsync(address);
        Assert.Equal((OutgoingState.Signing, null, ""), (document.State, document.SealedAt, document.NumberText));
        Assert.Equal(letter, await clerk.Client.GetByteArrayAsync(address + "/tep/1"));
    }

    [Fact]
    public async Task Only_what_can_bear_the_number_is_sealed()
    {
        using var clerk = app.Visit(Clerk);
        await DigitalPaper.AddAgencyKeyAsync(clerk);

        // The printed symbol is another one.
        var address = await app.SignedAsync(DigitalPaper.Letter());
        var page = await clerk.OpenAsync(address + "/dong-dau");
        Assert.Equal("HD-LĐLĐ", page.QuerySelector("#Notation")!.GetAttribute("value"));
        page = await clerk.SubmitAsync(page, Form, ("Notation", "KH-LĐLĐ"), ("IsNotationMeant", "true"), ("Secret", TestPki.Password));
        Assert.Contains("in ký hiệu HD-LĐLĐ", page.QuerySelector(".dk-errors")!.TextContent);

        // Without a blank no number is given in vain.
        address = await app.SignedAsync(DigitalPaper.Letter("Số: 99/HD-LĐLĐ"));
        page = await clerk.SubmitAsync(await clerk.OpenAsync(address + "/dong-dau"), Form, ("Secret", TestPki.Password));
        Assert.Contains("không có chỗ trống", page.QuerySelector(".dk-errors")!.TextContent);
        var document = await DocumentAsync(address);
        Assert.Equal((null, ""), (document.SealedAt, document.NumberText));
    }

    [Fact]
    public async Task The_seal_is_the_clerks_of_the_unit_alone()
    {
        var address = await app.SignedAsync(DigitalPaper.Letter());
        using var leader = app.Visit(Leader);
        using var other = app.Visit(OtherClerk);

        await leader.GetAsync(address + "/dong-dau");
        Assert.Equal(HttpStatusCode.Forbidden, leader.Status);
        await other.GetAsync(address + "/dong-dau");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        await leader.GetAsync(DigitalPaper.AgencyKey);
        Assert.Equal(HttpStatusCode.Forbidden, leader.Status);
        Assert.Contains("chưa có chứng thư", (await other.OpenAsync(DigitalPaper.AgencyKey)).Body!.TextContent);
    }

    private Task<OutgoingDocument> DocumentAsync(string address)
    {
        var id = Guid.Parse(address.Split('/')[^1]);
        return app.InDbAsync(db => db.Set<OutgoingDocument>().AsNoTracking().FirstAsync(d => d.Id == id));
    }

    private static VerificationReport Verify(byte[] file) =>
        PdfVerifier.Verify(PdfSource.FromBytes(file), new() { At = TestPki.Now, Trust = TestPki.Shared.Trust });
}
