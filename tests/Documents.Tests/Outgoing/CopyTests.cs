using System.Net;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Pades;
using DoanKet.Testing.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

/// <summary>Electronic copies of papers: signed by the unit, numbered in one sequence.</summary>
public sealed class CopyTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string Form = "form[data-primary]";

    [Fact]
    public async Task A_paper_that_went_out_is_copied_and_extracted_under_one_sequence()
    {
        using var clerk = app.Visit(Clerk);
        await DigitalPaper.AddAgencyKeyAsync(clerk);
        var source = await app.IssuedOnPaperAsync();
        Assert.Contains("Sao văn bản điện tử", (await clerk.OpenAsync(source.Link)).Body!.TextContent);
        var address = $"/van-ban/sao/moi?di={source.Id}";

        // A wrong password gives no number, and an extract needs its file.
        var page = await clerk.SubmitAsync(await clerk.OpenAsync(address), Form, ("Secret", "sai"));
        Assert.Contains("Mật khẩu của chứng thư không đúng", page.QuerySelector(".dk-errors")!.TextContent);
        page = await clerk.SubmitAsync(page, Form, ("Form", "Extract"), ("Secret", TestPki.Password));
        Assert.Contains("bản trích", page.QuerySelector(".dk-errors")!.TextContent);
        page = await clerk.SubmitAsync(page, Form, ("Form", "Exact"), ("Secret", TestPki.Password), ("Purpose", "Gửi Sở Nội vụ"));
        Assert.Contains("Sao y số 01/SY-LĐLĐ", page.QuerySelector("h1")!.TextContent);
        await clerk.UploadAsync(
            await clerk.OpenAsync(address),
            Form,
            [("Extract", "trich.pdf", new SmallPdf().Bytes())],
            ("Form", "Extract"),
            ("Secret", TestPki.Password)
        );

        var copies = await app.InDbAsync(db => db.Set<DocumentCopy>().OrderBy(c => c.Number).ToListAsync());
        Assert.Equal(["01/SY-LĐLĐ", "02/TrS-LĐLĐ"], copies.Select(copy => copy.NumberText));
        var file = await clerk.Client.GetByteArrayAsync(copies[0].Link + "/tep/1");
        using var pdf = PdfSource.FromBytes(file);
        var report = PdfVerifier.Verify(pdf, new() { At = TestPki.Now, Trust = TestPki.Shared.Trust });
        Assert.Equal(OverallVerdict.Valid, report.Overall);
        // At the top right of the first page.
        var block = Assert.Single(PdfPages.FieldsOf(pdf));
        var size = PdfPages.SizeOf(pdf, 1)!;
        Assert.Equal(
            (1, size.Width - 36, size.Height - 14),
            (block.Page, block.Place.X + block.Place.Width, block.Place.Y + block.Place.Height)
        );
        Assert.Contains("Gửi Sở Nội vụ", (await clerk.OpenAsync("/van-ban/sao")).Body!.TextContent);

        using var other = app.Visit(OtherClerk);
        foreach (var hidden in (string[])[copies[0].Link, copies[0].Link + "/tep/1", address])
        {
            await other.GetAsync(hidden);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }
    }

    [Fact]
    public async Task What_was_signed_in_its_file_is_an_original_and_not_copied()
    {
        using var clerk = app.Visit(Clerk);
        await DigitalPaper.AddAgencyKeyAsync(clerk);
        var source = await app.IssuedOnPaperAsync(await SignedAsync());

        var page = await clerk.SubmitAsync(await clerk.OpenAsync($"/van-ban/sao/moi?di={source.Id}"), Form, ("Secret", TestPki.Password));

        Assert.Contains("văn bản điện tử gốc", page.QuerySelector(".dk-errors")!.TextContent);
        Assert.DoesNotContain("Sao văn bản điện tử", (await clerk.OpenAsync(source.Link)).Body!.TextContent);
    }

    private static async Task<byte[]> SignedAsync()
    {
        using var key = TestPki.Shared.RsaKey();
        var output = new MemoryStream();
        await new PdfSigner(key).SignAsync(PdfSource.FromBytes(new SmallPdf().Bytes()), output, new() { Time = TestPki.Now });
        return output.ToArray();
    }
}
