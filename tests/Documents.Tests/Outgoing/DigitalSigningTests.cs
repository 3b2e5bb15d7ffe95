using System.Text;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Kernel.Audit;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Pades;
using DoanKet.Testing.Signatures;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

/// <summary>A leader signs the approved PDF with the own certificate: nothing is printed.</summary>
public sealed class DigitalSigningTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string Tray = "/van-ban/di/ky",
        Form = "form[data-primary]",
        CoSign = "form[action*=CoSign]",
        Sign = "form[action$='handler=Sign']";

    [Fact]
    public async Task A_leader_signs_with_the_own_certificate_and_everybody_sees_it()
    {
        using var leader = app.Visit(Leader);
        await DigitalPaper.AddKeyAsync(leader);
        var letter = DigitalPaper.Letter();
        var address = await app.ApprovedAsync(letter, "huong-dan.pdf");

        var page = await leader.SubmitAsync(await leader.OpenAsync(address), Sign, ("secret", "sai"), ("confirmed", "true"));
        Assert.Contains("Mật khẩu của chứng thư không đúng", page.QuerySelector(".dk-errors")!.TextContent);
        page = await leader.SubmitAsync(page, Sign, ("secret", TestPki.Password));
        Assert.Contains("Hãy đánh dấu", page.QuerySelector(".dk-errors")!.TextContent);
        await leader.SubmitAsync(page, Sign, ("secret", TestPki.Password), ("confirmed", "true"));

        page = await leader.OpenAsync(address);
        Assert.Contains("Chữ ký của Người ký thử", page.Body!.TextContent);
        Assert.Contains("Ký số, chứng thư Người ký thử", page.QuerySelector(".dk-facts")!.TextContent);
        var file = await leader.Client.GetByteArrayAsync(address + "/tep/1");
        var report = PdfVerifier.Verify(PdfSource.FromBytes(file), new() { At = TestPki.Now, Trust = TestPki.Shared.Trust });
        Assert.Equal(OverallVerdict.Valid, report.Overall);
        // The picture stands between position and name: the page says more than it did.
        Assert.Equal(letter, file[..letter.Length]);
        Assert.Contains("/Subtype /Image", Encoding.Latin1.GetString(file.AsSpan(letter.Length)));
        Assert.True(await app.InDbAsync(db => db.Set<AuditEntry>().AnyAsync(e => e.Action == "signing.key-used")));
    }

    [Fact]
    public async Task What_is_no_pdf_is_signed_by_hand_and_the_key_stays_closed()
    {
        using var leader = app.Visit(Leader);
        await DigitalPaper.AddKeyAsync(leader);
        var address = await app.ApprovedAsync("bản thường"u8.ToArray(), "du-thao.txt");

        var page = await leader.OpenAsync(address);
        Assert.Contains("không phải tệp PDF", page.Body!.TextContent);
        Assert.Null(page.QuerySelector("#Secret"));
        await leader.UploadAsync(page, Sign, [("scan", "ban-ky.png", Acts.Scan())], ("confirmed", "true"));
        Assert.Equal(OutgoingState.Signed, await app.StateAsync(address));
    }

    [Fact]
    public async Task Who_signs_beside_the_signer_signs_the_same_file_first()
    {
        using var head = app.Visit(Head);
        using var leader = app.Visit(Leader);
        await DigitalPaper.AddKeyAsync(head);
        await DigitalPaper.AddKeyAsync(leader);
        var address = await app.ApprovedAsync(DigitalPaper.Letter(), "bien-ban.pdf", Head);

        // Through the tray, which has both kinds of papers.
        var tray = await head.OpenAsync(Tray);
        var tick = tray.QuerySelectorAll("input[name=Chosen]").Single(t => address.EndsWith(Id(t), StringComparison.Ordinal));
        (string, string)[] fields = [("Chosen", tick.GetAttribute("value")!), ("Secret", TestPki.Password), ("Confirmed", "true")];
        await head.SubmitAsync(tray, Form, fields);
        await head.UntilAsync(head.Address, "Đã ký 1/1 văn bản");
        var before = await head.Client.GetByteArrayAsync(address + "/tep/1");
        await leader.SubmitAsync(await leader.OpenAsync(address), Sign, ("secret", TestPki.Password), ("confirmed", "true"));

        Assert.Equal(OutgoingState.Signed, await app.StateAsync(address));
        var file = await leader.Client.GetByteArrayAsync(address + "/tep/1");
        Assert.Equal(before, file[..before.Length]);
        var report = PdfVerifier.Verify(PdfSource.FromBytes(file), new() { At = TestPki.Now, Trust = TestPki.Shared.Trust });
        Assert.Equal((OverallVerdict.Valid, 2), (report.Overall, report.Signatures.Count));
    }

    [Fact]
    public async Task A_paper_that_goes_back_is_without_signatures_again()
    {
        using var head = app.Visit(Head);
        using var leader = app.Visit(Leader);
        await DigitalPaper.AddKeyAsync(head);
        var letter = DigitalPaper.Letter();
        var address = await app.ApprovedAsync(letter, "bien-ban.pdf", Head);

        await head.SubmitAsync(await head.OpenAsync(address), CoSign, ("secret", TestPki.Password), ("confirmed", "true"));
        Assert.NotEqual(letter, await leader.Client.GetByteArrayAsync(address + "/tep/1"));
        await leader.SubmitAsync(await leader.OpenAsync(address), "form[action*=SendBack]", ("reason", "Sai số liệu"));

        Assert.Equal(letter, await leader.Client.GetByteArrayAsync(address + "/tep/1"));
        var id = Guid.Parse(address.Split('/')[^1]);
        Assert.False(await app.InDbAsync(db => db.Set<CoSigner>().AnyAsync(s => s.OutgoingId == id && s.SignedAt != null)));
    }

    [Fact]
    public async Task Signatures_on_paper_and_in_the_file_are_not_mixed()
    {
        using var specialist = app.Visit(Specialist);
        using var leader = app.Visit(Leader);
        await DigitalPaper.AddKeyAsync(leader);
        var address = await app.ApprovedAsync(DigitalPaper.Letter(), "bien-ban.pdf", Specialist);

        await specialist.SubmitAsync(await specialist.OpenAsync(address), CoSign, ("confirmed", "true"));
        var page = await leader.OpenAsync(address);
        page = await leader.SubmitAsync(page, Sign, ("secret", TestPki.Password), ("confirmed", "true"));

        Assert.Contains("đã ký trên giấy", page.QuerySelector(".dk-errors")!.TextContent);
        Assert.Equal(OutgoingState.Signing, await app.StateAsync(address));
    }

    [Fact]
    public async Task Many_papers_are_signed_by_one_password_and_a_wrong_one_is_tried_once()
    {
        using var leader = app.Visit(Leader);
        await DigitalPaper.AddKeyAsync(leader);
        string[] addresses =
        [
            await app.ApprovedAsync(DigitalPaper.Letter(), "mot.pdf"),
            await app.ApprovedAsync(DigitalPaper.Letter(), "hai.pdf"),
        ];
        var word = await app.ApprovedAsync("bản thường"u8.ToArray(), "ba.txt");

        var page = await leader.OpenAsync(Tray);
        Assert.DoesNotContain(page.QuerySelectorAll("input[name=Chosen]"), tick => word.EndsWith(Id(tick), StringComparison.Ordinal));
        page = await leader.SubmitAsync(page, Form, ("Secret", TestPki.Password));
        Assert.Contains("đánh dấu ít nhất một văn bản", page.QuerySelector(".dk-errors")!.TextContent);
        (string, string)[] chosen =
        [
            .. page.QuerySelectorAll("input[name=Chosen]")
                .Where(tick => addresses.Any(address => address.EndsWith(Id(tick), StringComparison.Ordinal)))
                .Select(tick => ("Chosen", tick.GetAttribute("value")!)),
        ];
        page = await leader.SubmitAsync(page, Form, [.. chosen, ("Secret", "sai"), ("Confirmed", "true")]);
        Assert.Contains("Mật khẩu của chứng thư không đúng", page.QuerySelector(".dk-errors")!.TextContent);
        Assert.Equal(OutgoingState.Signing, await app.StateAsync(addresses[0]));

        using var window = app.Visit(Leader);
        var open = await window.OpenAsync(Tray);
        await leader.SubmitAsync(page, Form, [.. chosen, ("Secret", TestPki.Password), ("Confirmed", "true")]);
        await leader.UntilAsync(leader.Address, "Đã ký 2/2 văn bản");
        foreach (var address in addresses)
            Assert.Equal(OutgoingState.Signed, await app.StateAsync(address));
        Assert.Equal(OutgoingState.Signing, await app.StateAsync(word));

        // Once more from a window that was left open: nothing is signed twice, and nobody is told so.
        await window.SubmitAsync(open, Form, [.. chosen, ("Secret", TestPki.Password), ("Confirmed", "true")]);
        await window.UntilAsync(window.Address, "Đã ký 0/2 văn bản");
    }

    private static string Id(AngleSharp.Dom.IElement tick) => tick.GetAttribute("value")!.Split(':')[0];
}
