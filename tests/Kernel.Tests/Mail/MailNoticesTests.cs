using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Kernel.Tests.Mail;

public abstract class MailApp(Provider provider) : UnionApp(provider)
{
    public PostOffice Post { get; } = new();

    protected override IReadOnlyList<string> Settings =>
        [
            "--Mail:Host=127.0.0.1",
            $"--Mail:Port={Post.Port}",
            "--Mail:Security=none",
            "--Mail:From=Văn phòng số <doanket@example.vn>",
            "--Site:Address=https://vanphong.example.vn/",
        ];
}

public sealed class MailSqliteApp() : MailApp(Provider.Sqlite);

public sealed class MailPostgreSqlApp() : MailApp(Provider.PostgreSql);

public sealed class MailNoticesOnSqlite(MailSqliteApp app) : MailNoticesTests(app), IClassFixture<MailSqliteApp>;

public sealed class MailNoticesOnPostgreSql(MailPostgreSqlApp app) : MailNoticesTests(app), IClassFixture<MailPostgreSqlApp>;

public abstract class MailNoticesTests(MailApp app)
{
    [Fact]
    public async Task What_stays_unread_comes_once_in_one_mail_with_links()
    {
        await AddressAsync(Clerk, "vanthu@example.vn");
        await TellAsync(Clerk, "Văn bản 18/HD-LĐLĐ chờ vào sổ");
        await TellAsync(Clerk, "Huyện Thứ Nhất trả lại văn bản 19/KH-LĐLĐ");
        await RunAsync();
        Assert.Empty(app.Post.TakenFor("vanthu@example.vn"));

        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await RunAsync();
        await RunAsync();
        var mail = Assert.Single(app.Post.TakenFor("vanthu@example.vn"));
        Assert.Equal(("Đoàn Kết: 2 thông báo chưa đọc", "doanket@example.vn"), (mail.Subject, mail.From.Mailboxes.Single().Address));
        Assert.Contains("18/HD-LĐLĐ chờ vào sổ", mail.TextBody);
        Assert.Contains("https://vanphong.example.vn/van-ban/den", mail.TextBody);
    }

    [Fact]
    public async Task What_was_read_in_time_is_old_or_belongs_to_a_demonstration_is_not_mailed()
    {
        await AddressAsync(Leader, "lanhdao@example.vn");
        await AddressAsync(Head, "truongban@example.vn", demo: true);
        await TellAsync(Leader, "cũ");
        app.Clock.Advance(TimeSpan.FromDays(3));
        await TellAsync(Leader, "đã đọc");
        await TellAsync(Head, "trình diễn");
        await app.InDbAsync(db =>
            db.Set<Notice>().Where(n => n.Text == "đã đọc").ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, DateTime.UnixEpoch))
        );
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await RunAsync();
        Assert.Empty(app.Post.TakenFor("lanhdao@example.vn"));
        Assert.Empty(app.Post.TakenFor("truongban@example.vn"));
    }

    [Theory]
    [InlineData(MailTiming.EachMorning), InlineData(MailTiming.Never)]
    public async Task Who_wants_mail_in_the_morning_or_never_gets_only_what_is_urgent_at_once(MailTiming timing)
    {
        await AddressAsync(OtherClerk, $"{timing}@example.vn");
        await ChooseAsync(OtherClerk, timing, urgentSoon: true);
        await TellAsync(OtherClerk, "Không vội");
        await TellAsync(OtherClerk, "Hỏa tốc", urgent: true);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await RunAsync();
        Assert.Equal("Hỏa tốc", Assert.Single(app.Post.TakenFor($"{timing}@example.vn")).Subject);

        await ChooseAsync(OtherClerk, timing, urgentSoon: false);
        await TellAsync(OtherClerk, "Hỏa tốc nữa", urgent: true);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await RunAsync();
        Assert.Single(app.Post.TakenFor($"{timing}@example.vn"));
        await app.InDbAsync(db => db.Set<Notice>().ExecuteDeleteAsync());
    }

    [Fact]
    public async Task An_address_that_is_refused_or_is_none_keeps_nobody_waiting()
    {
        await AddressAsync(Viewer, "refused@example.vn");
        await AddressAsync(DistrictClerk, "không phải địa chỉ");
        await AddressAsync(DistrictLeader, "huyen@example.vn");
        foreach (var person in (string[])[Viewer, DistrictClerk, DistrictLeader])
            await TellAsync(person, "Có văn bản mới");
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await RunAsync();
        Assert.Single(app.Post.TakenFor("huyen@example.vn"));
        Assert.Empty(
            await app.InDbAsync(db => db.Set<Notice>().Where(n => n.Text == "Có văn bản mới" && n.MailedAt == null).ToListAsync())
        );
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again_later()
    {
        await AddressAsync(Specialist, "chuyenvien@example.vn");
        await TellAsync(Specialist, "Được giao việc");
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        app.Post.IsClosed = true;
        await Assert.ThrowsAsync<IOException>(RunAsync);
        app.Post.IsClosed = false;
        await RunAsync();
        Assert.Equal("Được giao việc", Assert.Single(app.Post.TakenFor("chuyenvien@example.vn")).Subject);
    }

    [Theory]
    [InlineData("greylisted"), InlineData("putoff")]
    public async Task A_server_that_says_later_gets_the_mail_later_and_the_others_at_once(string name)
    {
        await AddressAsync(Leader, name + "@example.vn");
        await AddressAsync(Grassroots, $"nguoi.sau.{name.Length}@example.vn");
        foreach (var person in (string[])[Leader, Grassroots])
            await TellAsync(person, "Hẹn lại " + name);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        app.Post.IsBusy = true;
        await RunAsync();
        app.Post.IsBusy = false;
        Assert.Single(app.Post.TakenFor($"nguoi.sau.{name.Length}@example.vn"));
        Assert.Empty(app.Post.TakenFor(name + "@example.vn"));
        await RunAsync();
        Assert.Equal("Hẹn lại " + name, Assert.Single(app.Post.TakenFor(name + "@example.vn")).Subject);
    }

    private Task<int> AddressAsync(string userName, string address, bool demo = false) =>
        app.InDbAsync(db =>
            db.Users.Where(a => a.UserName == userName)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Email, address).SetProperty(a => a.IsDemo, demo))
        );

    private Task<int> ChooseAsync(string userName, MailTiming timing, bool urgentSoon) =>
        app.InDbAsync(async db =>
        {
            var person = app.Given.AccountId(userName);
            await db.Set<MailChoice>().Where(c => c.AccountId == person).ExecuteDeleteAsync();
            db.Add(
                new MailChoice
                {
                    AccountId = person,
                    Timing = timing,
                    UrgentSoon = urgentSoon,
                }
            );
            return await db.SaveChangesAsync();
        });

    private Task<Result> TellAsync(string userName, string text, bool urgent = false) =>
        app.InScopeAsync(services =>
            services
                .GetRequiredService<Work>()
                .RunAsync(
                    async () =>
                    {
                        await services
                            .GetRequiredService<Notices>()
                            .TellAsync(app.Given.AccountId(userName), text, "/van-ban/den", default, urgent);
                        return Result.Success;
                    },
                    default
                )
        );

    private Task RunAsync() =>
        app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<MailNotices>().RunAsync("", default);
            return true;
        });
}
