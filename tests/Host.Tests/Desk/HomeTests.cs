using DoanKet.Contracts.Desk;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Host.Tests.Desk;

public sealed class HomeTests(DeskOnSqlite app) : IClassFixture<DeskOnSqlite>
{
    private static readonly DateTime Now = new(2026, 3, 10, 2, 0, 0, DateTimeKind.Utc);

    private static WaitingItem Item(string title, Pressure pressure, DateOnly? due = null) =>
        new("", title, "Chi tiết", due, Now, pressure, "Làm " + title, "/viec/" + title);

    private static WaitingGroup Group(string name, params WaitingItem[] items) => new(name, items.Length, "/tat-ca", items);

    [Fact]
    public async Task What_presses_most_stands_first_and_alone_has_the_primary_button()
    {
        app.Waiting.Clear();
        app.Waiting.Add(Group("Thong thả", Item("một", Pressure.Normal), Item("hai", Pressure.DueSoon, new(2026, 3, 11))));
        app.Waiting.Add(Group("Gấp", Item("ba", Pressure.Normal), Item("bốn", Pressure.Overdue, new(2026, 3, 5))));
        using var clerk = app.Visit(GivenFederation.Clerk);
        var page = await clerk.OpenAsync("/");
        Assert.Equal(["bốn", "hai", "một", "ba"], page.QuerySelectorAll("main .dk-desk strong").Select(e => e.TextContent));
        Assert.Equal("/viec/bốn", Assert.Single(page.QuerySelectorAll("main .btn-primary")).GetAttribute("href"));
        Assert.Equal(4, page.QuerySelectorAll("main a.btn").Length);
        Assert.Contains("4 việc", page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task What_is_overdue_is_counted_apart_and_each_thing_stands_once()
    {
        app.Waiting.Clear();
        app.Waiting.Add(
            new(
                "Chờ vào sổ",
                40,
                "/cho-vao-so",
                [Item("trễ", Pressure.Overdue, new(2026, 3, 5)), Item("mới", Pressure.Normal)],
                Overdue: 12
            )
        );
        app.Waiting.Add(Group("Chờ ký", Item("ký", Pressure.Normal)));
        using var clerk = app.Visit(GivenFederation.Clerk);
        var page = await clerk.OpenAsync("/");
        Assert.Equal(
            ["12 Quá hạn", "28 Chờ vào sổ", "1 Chờ ký"],
            page.QuerySelectorAll(".dk-counts a")
                .Select(a => string.Join(' ', a.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        );
        Assert.Single(page.QuerySelectorAll("main .dk-desk strong"), e => e.TextContent == "trễ");
        foreach (var link in page.QuerySelectorAll(".dk-counts a"))
            Assert.NotNull(page.GetElementById(link.GetAttribute("href")!.TrimStart('#')));
    }

    [Fact]
    public async Task A_step_that_one_press_does_is_posted()
    {
        app.Waiting.Clear();
        app.Waiting.Add(Group("Được gửi đến", Item("nhận", Pressure.Normal) with { Page = "/xem" }));
        using var clerk = app.Visit(GivenFederation.Clerk);
        var form = Assert.IsType<AngleSharp.Html.Dom.IHtmlFormElement>(
            (await clerk.OpenAsync("/")).QuerySelector("main form"),
            exactMatch: false
        );
        Assert.Equal(("post", "/viec/nhận"), (form.Method, form.GetAttribute("action")));
        Assert.NotNull(form.Closest("tr")!.QuerySelector("a[href='/xem']"));
    }

    // 10 March 2026 is a Tuesday.
    [Theory]
    [InlineData(2026, 3, 5, "Quá hạn 3 ngày làm việc")]
    [InlineData(2026, 3, 9, "Quá hạn 1 ngày làm việc")]
    [InlineData(2026, 3, 10, "Hạn hôm nay")]
    [InlineData(2026, 3, 13, "Còn 3 ngày làm việc")]
    public async Task A_deadline_is_said_in_working_days(int year, int month, int day, string words)
    {
        app.Waiting.Clear();
        var due = new DateOnly(year, month, day);
        app.Waiting.Add(Group("Nhóm", Item("việc", due < new DateOnly(2026, 3, 10) ? Pressure.Overdue : Pressure.DueSoon, due)));
        using var clerk = app.Visit(GivenFederation.Clerk);
        var page = await clerk.OpenAsync("/");
        Assert.Equal(words, page.QuerySelector("main .dk-badge.dk-late, main td .dk-badge")!.TextContent.Trim());
        Assert.Equal(words.StartsWith("Quá", StringComparison.Ordinal), page.QuerySelector("main tr.dk-late") is not null);
    }

    [Fact]
    public async Task A_group_that_was_cut_leads_to_the_rest()
    {
        app.Waiting.Clear();
        app.Waiting.Add(new("Chờ vào sổ", 62, "/van-ban/den?trang-thai=cho-vao-so", [Item("một", Pressure.Normal)]));
        using var clerk = app.Visit(GivenFederation.Clerk);
        var link = (await clerk.OpenAsync("/")).QuerySelector("main a[href='/van-ban/den?trang-thai=cho-vao-so']");
        Assert.Equal("Xem tất cả 62", link?.TextContent);
    }

    [Fact]
    public async Task Nothing_waiting_is_said_kindly_and_a_person_without_a_post_is_told_what_to_do()
    {
        app.Waiting.Clear();
        using var viewer = app.Visit(GivenFederation.Viewer);
        Assert.Contains("Không còn việc nào chờ", (await viewer.OpenAsync("/")).QuerySelector("main")!.TextContent);
        var left = await app.InScopeAsync(services =>
            GivenFederation.AddAccountAsync(services, "nghi-viec", Roles.Viewer, app.Given.Federation)
        );
        await app.InDbAsync(db =>
            db.Set<Post>()
                .Where(p => p.AccountId == left)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.ValidTo, new DateOnly(2025, 12, 31)))
        );
        using var former = app.Visit(left);
        var page = await former.OpenAsync("/");
        Assert.Contains("liên hệ người quản trị", page.QuerySelector("main")!.TextContent);
        Assert.Equal(["/", "/kiem-tra-chu-ky"], page.QuerySelectorAll(".dk-menu ul a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task The_frame_shows_the_person_the_unit_and_only_the_menu_that_the_posts_open()
    {
        using var specialist = app.Visit(GivenFederation.Specialist);
        var page = await specialist.OpenAsync("/");
        Assert.Contains("Người Thử chuyenvien", page.QuerySelector(".dk-user")!.TextContent);
        Assert.Contains(app.Given.Board.Name, page.QuerySelector(".dk-top")!.TextContent);
        var menu = page.QuerySelectorAll(".dk-menu ul a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains("/van-ban/di", menu);
        Assert.DoesNotContain("/van-ban/den", menu);
        using var viewer = app.Visit(GivenFederation.Viewer);
        Assert.NotNull((await viewer.OpenAsync("/")).QuerySelector(".dk-menu a[href='/van-ban/den']"));
    }

    [Fact]
    public async Task A_person_with_posts_in_two_units_can_choose_between_them()
    {
        var two = await app.InScopeAsync(services => GivenFederation.AddAccountAsync(services, "hai-noi", Roles.Clerk, app.Given.District));
        await app.InDbAsync(db =>
        {
            db.Posts.Add(
                new()
                {
                    Id = Kernel.Ids.New(),
                    AccountId = two,
                    UnitId = app.Given.OtherDistrict.Id,
                    RoleCode = Roles.Clerk,
                    Title = "Văn thư",
                    ValidFrom = new(2020, 1, 1),
                }
            );
            return db.SaveChangesAsync();
        });
        using var clerk = app.Visit(two);
        var page = await clerk.OpenAsync("/");
        Assert.Equal(
            [app.Given.District.Id.ToString(), app.Given.OtherDistrict.Id.ToString()],
            page.QuerySelectorAll(".dk-unit button[name=unit]").Select(b => b.GetAttribute("value"))
        );
        Assert.Single(page.QuerySelectorAll(".dk-unit button[aria-current]"));
    }
}
