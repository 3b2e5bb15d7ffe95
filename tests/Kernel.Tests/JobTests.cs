using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Tests;

/// <summary>Fails as often as its payload says, then works.</summary>
internal sealed class StubbornJob : IJobHandler
{
    public static readonly Dictionary<string, int> Runs = [];

    public Task RunAsync(string payload, CancellationToken ct)
    {
        lock (Runs)
            Runs[payload] = Runs.GetValueOrDefault(payload) + 1;
        var failures = int.Parse(payload.Split(':')[1]);
        return Runs[payload] <= failures ? throw new IOException("mạng đứt") : Task.CompletedTask;
    }
}

public sealed class JobsSqliteApp() : UnionApp(Provider.Sqlite)
{
    protected override void ConfigureServices(IServiceCollection services) => services.AddJob<StubbornJob>("test.stubborn", "Việc thử");
}

public sealed class JobsPostgreSqlApp() : UnionApp(Provider.PostgreSql)
{
    protected override void ConfigureServices(IServiceCollection services) => services.AddJob<StubbornJob>("test.stubborn", "Việc thử");
}

public sealed class JobsOnSqlite(JobsSqliteApp app) : JobTests(app), IClassFixture<JobsSqliteApp>;

public sealed class JobsOnPostgreSql(JobsPostgreSqlApp app) : JobTests(app), IClassFixture<JobsPostgreSqlApp>;

public abstract class JobTests(UnionApp app)
{
    private async Task<string> AddAsync(int failures)
    {
        var payload = $"{Guid.NewGuid():N}:{failures}";
        await app.InScopeAsync(services =>
        {
            var jobs = services.GetRequiredService<JobQueue>();
            return services.GetRequiredService<Work>().RunAsync(() =>
            {
                jobs.Add("test.stubborn", payload);
                return Task.FromResult(Result.Success);
            }, default);
        });
        return payload;
    }

    private Task<Job> FindAsync(string payload) => app.InDbAsync(db => db.Set<Job>().AsNoTracking().FirstAsync(j => j.Payload == payload));

    [Fact]
    public async Task A_job_that_fails_comes_again_later_and_its_error_can_be_read()
    {
        var payload = await AddAsync(failures: 1);
        await app.RunJobsAsync();
        var failed = await FindAsync(payload);
        Assert.Equal((JobState.Waiting, "mạng đứt"), (failed.State, failed.LastError));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RunJobsAsync();
        var done = await FindAsync(payload);
        Assert.Equal((JobState.Done, null, 2), (done.State, done.LastError, done.Tries));
    }

    [Fact]
    public async Task A_job_gives_up_after_six_tries()
    {
        var payload = await AddAsync(failures: 100);
        for (var i = 0; i < 10; i++)
        {
            await app.RunJobsAsync();
            app.Clock.Advance(TimeSpan.FromHours(1));
        }
        Assert.Equal((JobState.Failed, 6), ((await FindAsync(payload)).State, StubbornJob.Runs[payload]));
    }

    [Fact]
    public async Task A_job_of_a_killed_worker_is_taken_again_when_its_lease_ends()
    {
        var payload = await AddAsync(failures: 0);
        var now = app.Clock.UtcDateTime();
        await app.InDbAsync(db => db.Set<Job>().Where(j => j.Payload == payload)
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Running).SetProperty(j => j.LeasedUntil, now.AddMinutes(5))));
        await app.RunJobsAsync();
        Assert.DoesNotContain(payload, StubbornJob.Runs.Keys);
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await app.RunJobsAsync();
        Assert.Equal(1, StubbornJob.Runs[payload]);
    }
}
