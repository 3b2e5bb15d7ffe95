using System.Net;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Testing;
using DoanKet.Testing.Letters;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

/// <summary>What an approver sees of two versions of a draft.</summary>
public sealed class CompareVersionsTests(PagesApp app) : IClassFixture<PagesApp>
{
    private static readonly Letter Letter = new LetterMaker(5).Next();

    private static byte[] Paper(string subject) => LetterDocx.Write(Letter with { Subject = subject }, LetterLayout.All[0]);

    private async Task<string> DraftAsync(Visitor specialist, params byte[][] versions)
    {
        await specialist.UploadAsync(
            await specialist.OpenAsync("/van-ban/di/soan"),
            "form[enctype]",
            [("Input.File", "du-thao.docx", versions[0])],
            ("Input.KindCode", "KH"),
            ("Input.Subject", "Tổ chức Tháng Công nhân")
        );
        var address = specialist.Address;
        foreach (var version in versions[1..])
            await specialist.UploadAsync(await specialist.OpenAsync(address), "form[action*=Upload]", [("File", "du-thao.docx", version)]);
        return address;
    }

    [Fact]
    public async Task Words_that_changed_are_marked_and_any_two_versions_can_be_compared()
    {
        using var specialist = app.Visit(Specialist);
        var address = await DraftAsync(
            specialist,
            Paper("Về tổ chức hội thao tháng 5"),
            Paper("Về tổ chức hội thao tháng 6"),
            Paper("Về việc tổ chức hội thao tháng 6")
        );
        await specialist.SubmitAsync(await specialist.OpenAsync(address), "form[action*=Submit]");
        using var head = app.Visit(Head);
        var link = (await head.OpenAsync(address)).QuerySelector("a[href$='/so-sanh']")!.GetAttribute("href")!;
        var page = await head.OpenAsync(link);
        Assert.Empty(page.QuerySelectorAll("del"));
        Assert.Contains("việc", Assert.Single(page.QuerySelectorAll("ins")).TextContent, StringComparison.Ordinal);
        Assert.Contains("thêm 1 từ, bỏ", Plain(page.QuerySelector("main")!.TextContent), StringComparison.Ordinal);

        page = await head.OpenAsync(link + "?tu=1&den=2");
        Assert.Contains("5", Assert.Single(page.QuerySelectorAll("del")).TextContent, StringComparison.Ordinal);
        Assert.Contains("6", Assert.Single(page.QuerySelectorAll("ins")).TextContent, StringComparison.Ordinal);
        // The other way round is the same comparison; a version that is not there is not found.
        Assert.Single((await head.OpenAsync(link + "?tu=2&den=1")).QuerySelectorAll("del"));
        Assert.Contains("giống nhau", (await head.OpenAsync(link + "?tu=2&den=2")).Body!.TextContent, StringComparison.Ordinal);
        await head.GetAsync(link + "?tu=1&den=9");
        Assert.Equal(HttpStatusCode.NotFound, head.Status);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_and_strangers_see_no_version()
    {
        using var specialist = app.Visit(Specialist);
        var address = await DraftAsync(specialist, Paper("Về hội thao"), Acts.Scan());
        var page = await specialist.OpenAsync(address + "/so-sanh");
        Assert.Contains("Không đọc được chữ trong phiên bản 2", page.Body!.TextContent, StringComparison.Ordinal);
        foreach (var stranger in (string[])[Viewer, DistrictClerk, OtherClerk, Grassroots])
        {
            using var visitor = app.Visit(stranger);
            await visitor.GetAsync(address + "/so-sanh");
            Assert.Contains(visitor.Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
        }
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
