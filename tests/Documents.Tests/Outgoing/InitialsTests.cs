using System.Net;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Pades;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

public sealed class InitialsTestsOnSqlite(PagesOnSqlite app) : InitialsTests(app), IClassFixture<PagesOnSqlite>;

public sealed class InitialsTestsOnPostgreSql(PagesOnPostgreSql app) : InitialsTests(app), IClassFixture<PagesOnPostgreSql>;

/// <summary>Who approves a draft may put initials into its file (ký nháy); the signatures of signer and unit come on top of them.</summary>
public abstract class InitialsTests(UnionPages app)
{
    private const string Approve = "form[action*=Approve]";

    [Fact]
    public async Task Content_and_format_are_initialled_and_what_goes_out_is_valid_four_times()
    {
        using var clerk = app.Visit(Clerk);
        await DigitalPaper.AddAgencyKeyAsync(clerk);
        using var head = app.Visit(Head);
        var letter = DigitalPaper.Letter();
        var address = await SubmittedAsync(letter);

        await InitialAsync(head, address);
        Assert.Equal(OutgoingState.FormatReview, await app.StateAsync(address));
        await InitialAsync(clerk, address);
        Assert.Equal(OutgoingState.Signing, await app.StateAsync(address));
        using var leader = app.Visit(Leader);
        await DigitalPaper.AddKeyAsync(leader);
        await leader.SubmitAsync(await leader.OpenAsync(address), DigitalPaper.Sign, ("secret", TestPki.Password), ("confirmed", "true"));
        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/dong-dau"), "form[data-primary]", ("Secret", TestPki.Password));

        var file = await clerk.Client.GetByteArrayAsync(address + "/tep/1");
        Assert.Equal(letter, file[..letter.Length]);
        using var pdf = PdfSource.FromBytes(file);
        var report = PdfVerifier.Verify(pdf, new() { At = TestPki.Now, Trust = TestPki.Shared.Trust });
        Assert.Equal((OverallVerdict.Valid, 4), (report.Overall, report.Signatures.Count));
        Assert.Equal(["Ký nháy: nội dung", "Ký nháy: thể thức", null, null], report.Signatures.Select(signature => signature.Reason));
        // Small, behind the end of the text and behind the last receiver; number and day are filled in all the same.
        var fields = PdfPages.FieldsOf(pdf);
        Assert.Equal(["so", "ngay", "thang"], fields.Where(field => !field.IsSignature && field.IsFilled).Select(field => field.Name));
        var places = fields.Where(field => field.IsSignature).Select(field => field.Place).ToList();
        Assert.All(places[..2], place => Assert.InRange(place.Height, 10, 20.01));
        Assert.True(places[0].Y > places[2].Y && places[0].X > places[1].X, string.Join('\n', places));

        // The page says who initialled what.
        var page = (await clerk.OpenAsync(address)).QuerySelector("main")!.TextContent;
        Assert.Contains("Người ký ghi: Ký nháy: nội dung.", page);
        Assert.Contains("Duyệt nội dung phiên bản 2 (Ký nháy số, chứng thư", page);
    }

    [Fact]
    public async Task A_draft_that_goes_back_loses_its_initials()
    {
        using var head = app.Visit(Head);
        using var clerk = app.Visit(Clerk);
        var letter = DigitalPaper.Letter();
        var address = await SubmittedAsync(letter);
        await InitialAsync(head, address);

        await clerk.SubmitAsync(await clerk.OpenAsync(address), "form[action*=SendBack]", ("reason", "Sai căn cứ"));

        Assert.Equal(OutgoingState.Draft, await app.StateAsync(address));
        Assert.Equal(letter, await clerk.Client.GetByteArrayAsync(address + "/tep/1"));
    }

    [Fact]
    public async Task What_cannot_be_initialled_is_not_approved_either()
    {
        using var head = app.Visit(Head);
        await DigitalPaper.AddKeyAsync(head);
        var address = await SubmittedAsync(DigitalPaper.Letter());
        var form = await head.OpenAsync(address);

        var page = await head.SubmitAsync(form, Approve, ("initials", "true"), ("secret", ""));
        Assert.Contains("Hãy nhập mật khẩu", page.QuerySelector(".dk-errors")!.TextContent);
        page = await head.SubmitAsync(form, Approve, ("initials", "true"), ("secret", "sai"));
        Assert.Contains("không đúng", page.QuerySelector(".dk-errors")!.TextContent);
        Assert.Equal(OutgoingState.ContentReview, await app.StateAsync(address));

        // Another version came in between.
        await app.UploadAsync(Guid.Parse(address.Split('/')[^1]), "bản ba");
        page = await head.SubmitAsync(form, Approve, ("initials", "true"), ("secret", TestPki.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        Assert.Equal(OutgoingState.Draft, await app.StateAsync(address));

        // Without a tick it is approved as ever, and a Word file offers nothing else.
        address = await SubmittedAsync(DigitalPaper.Letter());
        await head.SubmitAsync(await head.OpenAsync(address), Approve);
        Assert.Equal(OutgoingState.FormatReview, await app.StateAsync(address));
        var id = await app.DraftAsync();
        await app.SubmitAsync(id);
        Assert.Null((await head.OpenAsync($"/van-ban/di/{id}")).QuerySelector("input[name=initials]"));
    }

    private async Task InitialAsync(Visitor visitor, string address)
    {
        await DigitalPaper.AddKeyAsync(visitor);
        await visitor.SubmitAsync(
            await visitor.OpenAsync(address),
            Approve,
            ("initials", "true"),
            ("secret", TestPki.Password),
            ("note", "Đồng ý")
        );
        await visitor.UntilAsync(visitor.Address, "Đã ký 1/1");
        var id = Guid.Parse(address.Split('/')[^1]);
        Assert.Equal(
            "Đồng ý",
            await app.InDbAsync(db =>
                db.Set<Approval>().Where(a => a.OutgoingId == id).OrderByDescending(a => a.At).Select(a => a.Note).FirstAsync()
            )
        );
    }

    private async Task<string> SubmittedAsync(byte[] draft)
    {
        var id = await app.DraftAsync();
        using var specialist = app.Visit(Specialist);
        var address = $"/van-ban/di/{id}";
        await specialist.UploadAsync(await specialist.OpenAsync(address), "form[action*=Upload]", [("File", "huong-dan.pdf", draft)]);
        await app.SubmitAsync(id);
        return address;
    }
}
