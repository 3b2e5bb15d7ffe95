using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Tests.Jobs;

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
    protected override void ConfigureServices(IServiceCollection services) =>
        services.AddJob<StubbornJob>("test.stubborn", "Việc thử", JobLane.Quick);
}

public sealed class JobsPostgreSqlApp() : UnionApp(Provider.PostgreSql)
{
    protected override void ConfigureServices(IServiceCollection services) =>
        services.AddJob<StubbornJob>("test.stubborn", "Việc thử", JobLane.Quick);
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
            return services
                .GetRequiredService<Work>()
                .RunAsync(
                    () =>
                    {
                        jobs.Add("test.stubborn", payload);
                        return Task.FromResult(Result.Success);
                    },
                    default
                );
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
        await LeaseAsync(payload, app.Clock.UtcDateTime().AddSeconds(50), tries: 1);
        await app.RunJobsAsync();
        Assert.DoesNotContain(payload, StubbornJob.Runs.Keys);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RunJobsAsync();
        Assert.Equal(1, StubbornJob.Runs[payload]);
    }

    [Fact]
    public async Task A_job_that_takes_the_program_with_it_each_time_is_given_up()
    {
        var payload = await AddAsync(failures: 0);
        await LeaseAsync(payload, app.Clock.UtcDateTime().AddSeconds(-1), tries: 6);
        await app.RunJobsAsync();
        var job = await FindAsync(payload);
        Assert.Equal((JobState.Failed, "Bị ngắt giữa chừng 6 lần."), (job.State, job.LastError));
        Assert.DoesNotContain(payload, StubbornJob.Runs.Keys);
    }

    [Fact]
    public async Task A_clock_that_was_a_year_ahead_delays_nothing_when_it_is_right_again()
    {
        var payload = await AddAsync(failures: 0);
        var year = app.Clock.UtcDateTime().AddYears(1);
        await LeaseAsync(payload, year, tries: 1);
        await app.RunJobsAsync();
        Assert.Equal(JobState.Done, (await FindAsync(payload)).State);

        payload = await AddAsync(failures: 0);
        await app.InDbAsync(db =>
            db.Set<Job>().Where(j => j.Payload == payload).ExecuteUpdateAsync(s => s.SetProperty(j => j.NextTryAt, year))
        );
        await app.Services.GetRequiredService<StandingJobs>().EnsureAsync(default);
        await app.RunJobsAsync();
        Assert.Equal(JobState.Done, (await FindAsync(payload)).State);
    }

    [Fact]
    public async Task A_worker_that_lost_its_job_to_another_does_not_say_how_it_ended()
    {
        // Standing jobs that other tests have put there may be due by now.
        await app.InDbAsync(db => db.Set<Job>().ExecuteDeleteAsync());
        var payload = await AddAsync(failures: 0);
        var scopes = app.Services.GetRequiredService<IServiceScopeFactory>();
        var (slow, quick) = (new JobLease(scopes, Ids.New(), app.Clock), new JobLease(scopes, Ids.New(), app.Clock));
        var job = (await slow.TakeAsync(JobLane.Quick, default))!;
        Assert.Equal(payload, job.Payload);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(job.Id, (await quick.TakeAsync(JobLane.Quick, default))!.Id);
        Assert.False(await slow.FinishAsync(job, row => row.State = JobState.Failed, default));
        Assert.Equal(0, await slow.ReleaseAsync(job.Id));
        Assert.True(await quick.FinishAsync(job, row => row.State = JobState.Done, default));
        Assert.Equal((JobState.Done, 2), ((await FindAsync(payload)).State, job.Tries + 1));
    }

    [Fact]
    public async Task Done_jobs_and_old_notices_go_and_what_may_still_be_asked_for_stays()
    {
        var payload = await AddAsync(failures: 0);
        await app.RunJobsAsync();
        app.Clock.Advance(TimeSpan.FromDays(8));
        var fresh = await AddAsync(failures: 0);
        await app.RunJobsAsync();
        await app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<Tidy>().RunAsync("", default);
            return true;
        });
        var left = await app.InDbAsync(db => db.Set<Job>().Select(j => j.Payload).ToListAsync());
        Assert.DoesNotContain(payload, left);
        Assert.Contains(fresh, left);
    }

    private Task<int> LeaseAsync(string payload, DateTime until, int tries) =>
        app.InDbAsync(db =>
            db.Set<Job>()
                .Where(j => j.Payload == payload)
                .ExecuteUpdateAsync(s =>
                    s.SetProperty(j => j.State, JobState.Running)
                        .SetProperty(j => j.LeasedUntil, until)
                        .SetProperty(j => j.LeasedBy, Guid.NewGuid())
                        .SetProperty(j => j.Tries, tries)
                )
        );
}
