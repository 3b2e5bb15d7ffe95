using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Tests;

public sealed record BellRung(string Tower, int Strokes) : IEvent
{
    public static string Name => "test.bell-rung";
}

/// <summary>Writes beside what happened.</summary>
internal sealed class NoteBell(AuditTrail audit) : IEventHandler<BellRung>
{
    public Task HandleAsync(BellRung happened, CancellationToken ct)
    {
        audit.Record("test.bell-noted", null, $"{happened.Tower}: {happened.Strokes}");
        return Task.CompletedTask;
    }
}

/// <summary>Hears of it later; the first time it is not at home.</summary>
internal sealed class TellTheTown : IEventHandler<BellRung>
{
    public static readonly List<BellRung> Heard = [];

    public Task HandleAsync(BellRung happened, CancellationToken ct)
    {
        lock (Heard)
        {
            Heard.Add(happened);
            return Heard.Count(h => h == happened) == 1 ? throw new IOException("không có nhà") : Task.CompletedTask;
        }
    }
}

internal static class EventServices
{
    public static void Add(IServiceCollection services) =>
        services
            .AddEventHandler<BellRung, NoteBell>()
            .AddEventJob<BellRung, TellTheTown>("test.tell-the-town", "Báo cho cả làng", JobLane.Quick);
}

public sealed class EventsSqliteApp() : UnionApp(Provider.Sqlite)
{
    protected override void ConfigureServices(IServiceCollection services) => EventServices.Add(services);
}

public sealed class EventsPostgreSqlApp() : UnionApp(Provider.PostgreSql)
{
    protected override void ConfigureServices(IServiceCollection services) => EventServices.Add(services);
}

public sealed class EventsOnSqlite(EventsSqliteApp app) : EventTests(app), IClassFixture<EventsSqliteApp>;

public sealed class EventsOnPostgreSql(EventsPostgreSqlApp app) : EventTests(app), IClassFixture<EventsPostgreSqlApp>;

public abstract class EventTests(UnionApp app)
{
    private Task<Result> RingAsync(BellRung happened, bool fail = false) =>
        app.InScopeAsync(services =>
            services
                .GetRequiredService<Work>()
                .RunAsync(
                    async () =>
                    {
                        await services.GetRequiredService<EventPublisher>().PublishAsync(happened, default);
                        return fail ? Result.Fail("Dây chuông đứt.") : Result.Success;
                    },
                    default
                )
        );

    private Task<bool> WasNotedAsync(BellRung happened) =>
        app.InDbAsync(db => db.Set<AuditEntry>().AnyAsync(e => e.Text == $"{happened.Tower}: {happened.Strokes}"));

    private static int TimesHeard(BellRung happened)
    {
        lock (TellTheTown.Heard)
            return TellTheTown.Heard.Count(h => h == happened);
    }

    private BellRung Bell(int strokes) => new($"{app.Provider}", strokes);

    [Fact]
    public async Task What_handlers_write_is_kept_with_what_happened_and_the_outside_hears_after_it_until_it_has_heard()
    {
        var bell = Bell(12);
        Assert.True((await RingAsync(bell)).Ok);
        Assert.True(await WasNotedAsync(bell));
        Assert.Equal(0, TimesHeard(bell));
        await app.RunJobsAsync();
        Assert.Equal(1, TimesHeard(bell));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RunJobsAsync();
        Assert.Equal(2, TimesHeard(bell));
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.RunJobsAsync();
        Assert.Equal(2, TimesHeard(bell));
    }

    [Fact]
    public async Task What_did_not_happen_after_all_is_told_to_nobody()
    {
        var bell = Bell(3);
        Assert.False((await RingAsync(bell, fail: true)).Ok);
        await app.RunJobsAsync();
        Assert.False(await WasNotedAsync(bell));
        Assert.Equal(0, TimesHeard(bell));
    }

    [Fact]
    public async Task Nothing_is_published_outside_a_transaction() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            app.InScopeAsync(async services =>
            {
                await services.GetRequiredService<EventPublisher>().PublishAsync(Bell(1), default);
                return true;
            })
        );

    [Fact]
    public void A_job_takes_no_payload_of_another_event() =>
        Assert.Throws<InvalidOperationException>(() =>
            EventText.Read<BellRung>("""{"Event":"test.bell-cracked","Values":{"Tower":"x","Strokes":1}}""")
        );
}
