using System.Diagnostics;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Tests.Jobs;

/// <summary>Does three of ten pieces and then waits until it is told to stop.</summary>
internal sealed class LongJob(JobProgress progress) : IJobHandler
{
    public async Task RunAsync(string payload, CancellationToken ct)
    {
        progress.Report(3, 10);
        await Task.Delay(Timeout.InfiniteTimeSpan, ct);
    }
}

/// <summary>Comes each night and finds everything closed.</summary>
internal sealed class NightJob : IJobHandler
{
    public const string Name = "test.night";

    public static int Runs { get; set; }

    public Task RunAsync(string payload, CancellationToken ct) => ++Runs <= 2 ? throw new IOException("đóng cửa") : Task.CompletedTask;
}

public sealed class LongJobsApp() : UnionApp(Provider.PostgreSql)
{
    protected override void ConfigureServices(IServiceCollection services) =>
        services
            .AddJob<LongJob>("test.long", "Việc dài", JobLane.Slow)
            .AddJob<NightJob>(NightJob.Name, "Việc đêm", JobLane.Quick, "30 2 * * *");
}

public sealed class LongJobTests(LongJobsApp app) : IClassFixture<LongJobsApp>
{
    private Task<Job> FindAsync(Guid id) => app.InDbAsync(db => db.Set<Job>().AsNoTracking().FirstAsync(j => j.Id == id));

    [Fact]
    public async Task A_running_job_shows_how_far_it_is_and_stops_when_a_person_wants_it()
    {
        await app.InScopeAsync(services =>
            services
                .GetRequiredService<Work>()
                .RunAsync(
                    () =>
                    {
                        services.GetRequiredService<JobQueue>().Add("test.long", "");
                        return Task.FromResult(Result.Success);
                    },
                    default
                )
        );
        var id = await app.InDbAsync(db => db.Set<Job>().Where(j => j.Kind == "test.long").Select(j => j.Id).FirstAsync());
        var running = Task.Run(() => app.Services.GetRequiredService<JobRunner>().RunDueAsync(default));
        var job = await UntilAsync(id, j => j.ProgressDone > 0);
        Assert.Equal((JobState.Running, 3, 10), (job.State, job.ProgressDone, job.ProgressTotal));

        await app.InDbAsync(db =>
            db.Set<Job>().Where(j => j.Id == id).ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true))
        );
        await running.WaitAsync(TimeSpan.FromSeconds(30));
        job = await FindAsync(id);
        Assert.Equal((JobState.Cancelled, 3, 10, false), (job.State, job.ProgressDone, job.ProgressTotal, job.CancelRequested));
        await app.RunJobsAsync();
        Assert.Equal(1, (await FindAsync(id)).Tries);
    }

    [Fact]
    public async Task A_standing_job_keeps_to_its_hour_in_vietnam_and_is_tried_again_soon_when_it_fails()
    {
        await app.Services.GetRequiredService<StandingJobs>().EnsureAsync(default);
        var id = await app.InDbAsync(db => db.Set<Job>().Where(j => j.Key == NightJob.Name).Select(j => j.Id).SingleAsync());
        for (var tries = 1; tries <= 2; tries++)
        {
            await app.Services.GetRequiredService<JobRunner>().RunDueAsync(default);
            var failed = await FindAsync(id);
            Assert.Equal((JobState.Waiting, "đóng cửa", tries), (failed.State, failed.LastError, failed.Tries));
            Assert.InRange(failed.NextTryAt - app.Clock.UtcDateTime(), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        await app.Services.GetRequiredService<JobRunner>().RunDueAsync(default);
        var done = await FindAsync(id);
        Assert.Equal((JobState.Waiting, null, 0), (done.State, done.LastError, done.Tries));
        Assert.Equal(new TimeSpan(2, 30, 0), VietnamTime.Local(done.NextTryAt).TimeOfDay);
        Assert.InRange(done.NextTryAt - app.Clock.UtcDateTime(), TimeSpan.Zero, TimeSpan.FromDays(1));

        // Planned for another day than its own by a clock that was wrong.
        var year = app.Clock.UtcDateTime().AddYears(1);
        await app.InDbAsync(db => db.Set<Job>().Where(j => j.Id == id).ExecuteUpdateAsync(set => set.SetProperty(j => j.NextTryAt, year)));
        await app.Services.GetRequiredService<StandingJobs>().EnsureAsync(default);
        Assert.Equal(done.NextTryAt, (await FindAsync(id)).NextTryAt);
    }

    private async Task<Job> UntilAsync(Guid id, Func<Job, bool> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var job = await FindAsync(id);
            if (isSo(job))
                return job;
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"The job stayed {job.State}, {job.ProgressDone}/{job.ProgressTotal}.");
            await Task.Delay(100);
        }
    }
}
