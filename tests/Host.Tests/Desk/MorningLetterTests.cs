using System.Net;
using DoanKet.Contracts.Desk;
using DoanKet.Kernel;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Notifications;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Host.Tests.Desk;

/// <summary>A desk whose program writes mail to a server of the test's.</summary>
public abstract class MailDeskApp(Provider provider) : DeskApp(provider)
{
    public PostOffice Post { get; } = new();

    protected override IReadOnlyList<string> Settings =>
        [
            "--Mail:Host=127.0.0.1",
            $"--Mail:Port={Post.Port}",
            "--Mail:Security=none",
            "--Mail:From=doanket@example.vn",
            "--Site:Address=https://vanphong.example.vn/",
        ];
}

public sealed class MailDeskOnSqlite() : MailDeskApp(Provider.Sqlite);

public sealed class MailDeskOnPostgreSql() : MailDeskApp(Provider.PostgreSql);

public sealed class MorningLettersOnSqlite(MailDeskOnSqlite app) : MorningLetterTests(app), IClassFixture<MailDeskOnSqlite>;

public sealed class MorningLettersOnPostgreSql(MailDeskOnPostgreSql app) : MorningLetterTests(app), IClassFixture<MailDeskOnPostgreSql>;

public abstract class MorningLetterTests(MailDeskApp app)
{
    private const string Page = "/thong-bao/thu",
        Form = "form[data-primary]";

    [Fact]
    public async Task Who_asked_for_it_gets_one_letter_each_working_morning_with_what_waits()
    {
        await ChooseAsync(Leader, "lanhdao@example.vn", MailTiming.EachMorning);
        await ChooseAsync(Head, "truongban@example.vn", MailTiming.Soon);
        app.Waiting.Clear();
        var due = app.Clock.Today().AddDays(-1);
        var late = new WaitingItem(
            "Chờ ý kiến",
            "Số đến 7 Về đại hội",
            "",
            due,
            DateTime.UnixEpoch,
            Pressure.Overdue,
            "Cho ý kiến",
            "/lam",
            "/xem"
        );
        app.Waiting.Add(new("Chờ ý kiến", 1, "/tat-ca", [late], Overdue: 1));
        await app.TellAsync(Leader, ("Có văn bản mới", "/van-ban/den/moi"));

        await RunAsync();
        await RunAsync();
        var letter = Assert.Single(app.Post.TakenFor("lanhdao@example.vn"));
        Assert.Empty(app.Post.TakenFor("truongban@example.vn"));
        Assert.Equal("Đoàn Kết: 1 việc đang chờ anh/chị, 1 việc quá hạn", letter.Subject);
        Assert.Contains($"Số đến 7 Về đại hội (hạn {due.Show()})", letter.TextBody);
        Assert.Contains("https://vanphong.example.vn/xem", letter.TextBody);
        Assert.Contains("Thông báo chưa đọc: 1", letter.TextBody);
        Assert.Contains("https://vanphong.example.vn/van-ban/den/moi", letter.TextBody);

        // The next morning the work still waits, the notice was told; on a day off nothing comes.
        NextMorning(working: true);
        await RunAsync();
        Assert.DoesNotContain("Có văn bản mới", app.Post.TakenFor("lanhdao@example.vn").ElementAt(1).TextBody);
        NextMorning(working: false);
        await RunAsync();
        Assert.Equal(2, app.Post.TakenFor("lanhdao@example.vn").Count());
    }

    [Fact]
    public async Task Who_has_nothing_gets_no_letter_and_one_that_is_put_off_comes_the_same_morning()
    {
        app.Waiting.Clear();
        NextMorning(working: true);
        await ChooseAsync(Viewer, "xem@example.vn", MailTiming.EachMorning);
        await ChooseAsync(Specialist, "greylisted@example.vn", MailTiming.EachMorning);
        await app.TellAsync(Specialist, ("Được giao việc", "/"));
        app.Post.IsBusy = true;
        await RunAsync();
        app.Post.IsBusy = false;
        Assert.Empty(app.Post.TakenFor("greylisted@example.vn"));
        await RunAsync();
        Assert.Equal("Đoàn Kết: 1 thông báo chưa đọc", Assert.Single(app.Post.TakenFor("greylisted@example.vn")).Subject);
        Assert.Empty(app.Post.TakenFor("xem@example.vn"));
    }

    [Fact]
    public async Task A_person_says_where_and_when_mail_comes()
    {
        using var clerk = app.Visit(Clerk);
        var page = await clerk.OpenAsync("/thong-bao");
        page = await clerk.OpenAsync(page.QuerySelector("a[href='/thong-bao/thu']")!.GetAttribute("href")!);
        Assert.Equal("Soon", page.QuerySelector("input[name=Timing][checked]")!.GetAttribute("value"));

        page = await clerk.SubmitAsync(page, Form, ("Address", "vanthu@"), ("Timing", "EachMorning"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains("Địa chỉ thư chưa đúng", page.QuerySelector(".dk-errors")!.TextContent);
        Assert.Equal("vanthu@", page.QuerySelector("input[name=Address]")!.GetAttribute("value"));
        page = await clerk.SubmitAsync(page, Form, ("Address", " vanthu@example.vn "), ("Timing", "EachMorning"));
        Assert.Contains("Đã lưu cách nhận thư", page.QuerySelector(".dk-flash")!.TextContent);
        page = await clerk.OpenAsync(Page);
        Assert.Equal("vanthu@example.vn", page.QuerySelector("input[name=Address]")!.GetAttribute("value"));
        Assert.Equal("EachMorning", page.QuerySelector("input[name=Timing][checked]")!.GetAttribute("value"));
        await clerk.SubmitAsync(page, Form, ("Timing", "7"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        await clerk.SubmitAsync(page, Form, ("Timing", "Never"), ("Address", ""));
        Assert.Null(await app.InDbAsync(db => db.Users.Where(a => a.UserName == Clerk).Select(a => a.Email).FirstAsync()));
    }

    private void NextMorning(bool working)
    {
        do app.Clock.Advance(TimeSpan.FromDays(1));
        while ((app.Clock.Today().DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) == working);
    }

    private Task<int> ChooseAsync(string userName, string address, MailTiming timing) =>
        app.InDbAsync(async db =>
        {
            var account = await db.Users.FirstAsync(a => a.UserName == userName);
            account.Email = address;
            db.Add(new MailChoice { AccountId = account.Id, Timing = timing });
            return await db.SaveChangesAsync();
        });

    private Task<bool> RunAsync() =>
        app.InScopeAsync(async services =>
        {
            var kind = services.GetRequiredService<JobKinds>().Find("desk.morning-letters")!;
            await ((IJobHandler)services.GetRequiredService(kind.Handler)).RunAsync("", default);
            return true;
        });
}
