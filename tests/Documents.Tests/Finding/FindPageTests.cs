using System.Net;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Testing;

namespace DoanKet.Documents.Tests.Finding;

public sealed class FindPageTests(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task The_box_on_every_page_leads_to_the_results_and_the_results_to_the_document()
    {
        var id = await app.ReceiveAsync();
        Assert.True((await app.RegisterAsync(id, Office.Form("81/KH-A", subject: "Kế hoạch hội thao mùa thu"))).Ok);
        using var clerk = app.Visit(GivenFederation.Clerk);
        var page = await clerk.SubmitAsync(await clerk.OpenAsync("/"), "header form[role=search]", ("q", "hoi thao mua thu"));
        var link = Assert.Single(page.QuerySelectorAll("main tbody a"));
        Assert.Equal("/van-ban/den/" + id, link.GetAttribute("href"));
        Assert.Contains("Khớp trích yếu", page.QuerySelector("main tbody")!.TextContent);
        await clerk.OpenAsync(link.GetAttribute("href")!);
    }

    [Fact]
    public async Task Nothing_found_says_what_to_try_and_a_wrong_day_what_is_wrong()
    {
        using var clerk = app.Visit(GivenFederation.Clerk);
        Assert.Contains("Không tìm thấy văn bản nào", (await clerk.OpenAsync("/van-ban/tim?q=khong+co+dau+ca")).Body!.TextContent);
        var wrong = await clerk.GetAsync("/van-ban/tim?tu-ngay=31%2F02%2F2026");
        Assert.True(clerk.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(wrong.QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task The_next_page_keeps_the_words()
    {
        for (var i = 0; i < 31; i++)
            Assert.True(
                (
                    await app.RegisterAsync(
                        await app.ReceiveAsync(GivenFederation.DistrictClerk),
                        Office.Form($"{900 + i}/GM-B", subject: "Giấy mời họp tổ"),
                        GivenFederation.DistrictClerk
                    )
                ).Ok
            );
        using var clerk = app.Visit(GivenFederation.DistrictClerk);
        var first = await clerk.OpenAsync("/van-ban/tim?q=hop+to");
        Assert.Equal(30, first.QuerySelectorAll("main tbody tr").Length);
        var second = await clerk.OpenAsync(first.QuerySelector(".dk-pager a[rel=next]")!.GetAttribute("href")!);
        Assert.Single(second.QuerySelectorAll("main tbody tr"));
        Assert.Equal("hop to", second.QuerySelector("#q")!.GetAttribute("value"));
    }
}
