using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Notifications;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Tests.Mail;

/// <summary>The program is killed in the middle of its mails, and started again.</summary>
public sealed class KilledWhileMailingTests : IAsyncDisposable
{
    private const int People = 20,
        BeforeTheKill = 7;

    private readonly string _data = Directory.CreateTempSubdirectory("doanket-killed-").FullName;
    private readonly PostOffice _post = new() { Pause = TimeSpan.FromMilliseconds(30) };
    private DatabaseLooker? _looker;

    [Theory]
    [InlineData(Provider.Sqlite), InlineData(Provider.PostgreSql)]
    public async Task Everybody_gets_the_mail_and_at_most_the_one_under_way_comes_twice(Provider provider)
    {
        var (database, _) = await DemoTemplate.CopyToAsync(_data, provider, "small");
        string[] settings =
        [
            .. database,
            "--Mail:Host=127.0.0.1",
            $"--Mail:Port={_post.Port}",
            "--Mail:Security=none",
            "--Mail:From=doanket@example.vn",
        ];
        _looker = new(_data, settings);
        await TellAsync();

        await using (var program = await RunningProgram.StartAsync(_data, settings))
        {
            await TakenAsync(BeforeTheKill);
            await program.KillAsync();
        }
        var taken = _post.Taken.Count;
        Assert.InRange(taken, BeforeTheKill, People - 1);
        // A minute later the lease of the dead program has run out, and nobody had to lift a finger.
        await MinuteLaterAsync();
        await using (var program = await RunningProgram.StartAsync(_data, settings))
        {
            await TakenAsync(People);
            await DoneAsync();
        }
        var mails = Enumerable.Range(0, People).Select(i => _post.TakenFor(AddressOf(i)).Count()).ToList();
        Assert.DoesNotContain(0, mails);
        Assert.InRange(mails.Sum(), People, People + 1);
    }

    public async ValueTask DisposeAsync()
    {
        if (_looker is not null)
            await _looker.DisposeAsync();
        _post.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static string AddressOf(int person) => $"nguoi{person:00}@example.vn";

    private Task<int> TellAsync() =>
        _looker!.InDbAsync(async db =>
        {
            foreach (var (account, i) in (await db.Users.OrderBy(a => a.Id).Take(People).ToListAsync()).Select((a, i) => (a, i)))
            {
                (account.Email, account.IsDemo) = (AddressOf(i), false);
                db.Add(
                    new Notice
                    {
                        Id = Ids.New(),
                        AccountId = account.Id,
                        At = DateTime.UtcNow.AddHours(-1),
                        Text = "Có văn bản mới",
                        Link = "/van-ban/den",
                    }
                );
            }
            return await db.SaveChangesAsync();
        });

    private Task<int> MinuteLaterAsync() =>
        _looker!.InDbAsync(db =>
            db.Set<Job>()
                .Where(j => j.Kind == MailNotices.Name && j.LeasedUntil != null)
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, j => DateTime.UnixEpoch))
        );

    private async Task TakenAsync(int mails)
    {
        for (var tries = 0; tries < 600 && _post.Taken.Count < mails; tries++)
            await Task.Delay(50);
        Assert.True(_post.Taken.Count >= mails, $"{_post.Taken.Count} of {mails} mails came.");
    }

    /// <summary>The last mail is remembered a moment after it was taken.</summary>
    private async Task DoneAsync()
    {
        for (var tries = 0; tries < 200 && await UnmailedAsync() > 0; tries++)
            await Task.Delay(50);
        Assert.Equal(0, await UnmailedAsync());
    }

    private Task<int> UnmailedAsync() =>
        _looker!.InDbAsync(db => db.Set<Notice>().CountAsync(n => n.Text == "Có văn bản mới" && n.MailedAt == null));
}
