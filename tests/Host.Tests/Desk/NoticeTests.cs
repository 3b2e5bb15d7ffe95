using System.Net;
using DoanKet.Kernel.Notifications;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Host.Tests.Desk;

public sealed class NoticesOnSqlite(DeskOnSqlite app) : NoticeTests(app), IClassFixture<DeskOnSqlite>;

public sealed class NoticesOnPostgreSql(DeskOnPostgreSql app) : NoticeTests(app), IClassFixture<DeskOnPostgreSql>;

public abstract class NoticeTests(DeskApp app)
{
    private Task<int> UnreadAsync(string userName)
    {
        var me = app.Given.AccountId(userName);
        return app.InDbAsync(db => db.Set<Notice>().CountAsync(n => n.AccountId == me && n.ReadAt == null));
    }

    [Fact]
    public async Task Opening_a_notice_reads_it_and_leads_where_it_points()
    {
        await app.TellAsync(GivenFederation.Leader, ("Có ý kiến mới", "/thong-bao?tu=1"));
        using var leader = app.Visit(GivenFederation.Leader);
        var page = await leader.OpenAsync("/thong-bao");
        Assert.Contains("1 chưa đọc", page.QuerySelector(".dk-bell")!.GetAttribute("aria-label"));
        page = await leader.OpenAsync(
            page.QuerySelectorAll("main td a").Single(a => a.TextContent == "Có ý kiến mới").GetAttribute("href")!
        );
        Assert.Equal("/thong-bao?tu=1", leader.Address);
        Assert.Equal("Thông báo", page.QuerySelector(".dk-bell")!.GetAttribute("aria-label"));
        Assert.Equal(0, await UnreadAsync(GivenFederation.Leader));
    }

    [Theory]
    [InlineData("https://la.example/mat-khau")]
    [InlineData("//la.example")]
    [InlineData("/\\la.example")]
    public async Task A_notice_never_leads_out_of_the_program(string link)
    {
        await app.TellAsync(GivenFederation.Viewer, ("Mời xem", link));
        using var viewer = app.Visit(GivenFederation.Viewer);
        var page = await viewer.OpenAsync("/thong-bao");
        await viewer.OpenAsync(page.QuerySelector("main td a")!.GetAttribute("href")!);
        Assert.Equal("/thong-bao", viewer.Address);
    }

    [Fact]
    public async Task Marking_all_leaves_what_came_after_the_page_was_shown()
    {
        await app.TellAsync(GivenFederation.Head, ("một", "/"), ("hai", "/"), ("ba", "/"));
        using var head = app.Visit(GivenFederation.Head);
        var page = await head.OpenAsync("/thong-bao");
        await app.TellAsync(GivenFederation.Head, ("bốn", "/"));
        page = await head.SubmitAsync(page, "form[action*='ReadAll']");
        Assert.Equal(1, await UnreadAsync(GivenFederation.Head));
        Assert.Contains("Đã đánh dấu 3 thông báo", page.QuerySelector(".dk-flash")!.TextContent);
        await head.SubmitAsync(page, "form[action*='handler=Read&'], form[action*='handler=Read'][action*='id=']");
        Assert.Equal(0, await UnreadAsync(GivenFederation.Head));
    }

    [Fact]
    public async Task Nobody_reads_or_opens_the_notices_of_another()
    {
        await app.TellAsync(GivenFederation.Clerk, ("Của văn thư", "/"));
        var me = app.Given.AccountId(GivenFederation.Clerk);
        var id = await app.InDbAsync(db => db.Set<Notice>().Where(n => n.AccountId == me).Select(n => n.Id).FirstAsync());
        using var other = app.Visit(GivenFederation.OtherClerk);
        Assert.DoesNotContain("Của văn thư", (await other.OpenAsync("/thong-bao")).Body!.TextContent);
        await other.GetAsync($"/thong-bao/{id}");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        Assert.Equal(1, await UnreadAsync(GivenFederation.Clerk));
    }

    [Fact]
    public async Task A_long_list_is_read_page_by_page()
    {
        await app.TellAsync(GivenFederation.Specialist, [.. Enumerable.Range(1, 70).Select(i => ($"tin {i}", "/"))]);
        using var specialist = app.Visit(GivenFederation.Specialist);
        List<string> seen = [];
        for (var next = "/thong-bao"; next is not null; )
        {
            var page = await specialist.OpenAsync(next);
            seen.AddRange(page.QuerySelectorAll("main td a").Select(a => a.TextContent));
            next = page.QuerySelector(".dk-pager a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(Enumerable.Range(1, 70).Reverse().Select(i => $"tin {i}"), seen);
    }
}
