using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DoanKet.Kernel.Jobs;

/// <summary>The workers of all lanes: each takes one waiting job, runs it, and takes the next, until the program stops.</summary>
public sealed class JobRunner(
    IServiceScopeFactory scopes,
    JobKinds kinds,
    StandingJobs standing,
    JobBell bell,
    TimeProvider time,
    ILogger<JobRunner> log
) : BackgroundService
{
    /// <summary>A job of a killed program waits no longer than this; a living one renews its lease three times in it.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private const int MaxTries = 6;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private static readonly (JobLane Lane, int Workers)[] Lanes =
    [
        (JobLane.Quick, 2),
        (JobLane.Slow, 2),
        (JobLane.Outside, 2),
        (JobLane.OneAtATime, 1),
    ];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([
            standing.KeepAsync(stoppingToken),
            .. Lanes.SelectMany(lane => Enumerable.Range(0, lane.Workers).Select(_ => WorkAsync(lane.Lane, stoppingToken))),
        ]);

    /// <summary>Runs all that is due now, lane after lane; the number of jobs.</summary>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        var done = 0;
        foreach (var (lane, _) in Lanes)
            while (await RunNextAsync(lane, ct))
                done++;
        return done;
    }

    private async Task WorkAsync(JobLane lane, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var ring = bell.Next;
            try
            {
                while (await RunNextAsync(lane, ct)) { }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.JobsOutOfReach(error, lane);
            }
            await ring.WaitAsync(Idle, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>False when nothing waits in the lane.</summary>
    private async Task<bool> RunNextAsync(JobLane lane, CancellationToken ct)
    {
        var lease = new JobLease(scopes, Ids.New(), time);
        if (await lease.TakeAsync(lane, ct) is not { } job)
            return false;
        using var running = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await using var scope = scopes.CreateAsyncScope();
        var progress = scope.ServiceProvider.GetRequiredService<JobProgress>();
        var watching = lease.WatchAsync(job.Id, progress, running);
        using var activity = Telemetry.Activities.StartActivity("job " + job.Kind);
        var began = time.GetTimestamp();
        string? failure = null;
        try
        {
            failure = await TryAsync(job, scope.ServiceProvider, running.Token, stopping: ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await lease.ReleaseAsync(job.Id);
            throw;
        }
        finally
        {
            await running.CancelAsync();
            await watching;
        }
        activity?.SetStatus(failure is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        Telemetry.JobEnded(job.Kind, failure is null, time.GetElapsedTime(began));
        await lease.FinishAsync(job, row => Finish(row, progress.Position, failure), ct);
        return true;
    }

    /// <summary>What went wrong; null when the job is done.</summary>
    private async Task<string?> TryAsync(Job job, IServiceProvider services, CancellationToken ct, CancellationToken stopping)
    {
        if (kinds.Find(job.Kind) is not { } kind)
            return $"No handler is registered for the job kind '{job.Kind}'.";
        // It was leased so often and never came to an end: it takes the program with it, or is killed each time.
        if (job.Tries > MaxTries && kind.Schedule is null)
            return $"Bị ngắt giữa chừng {job.Tries - 1} lần.";
        try
        {
            await ((IJobHandler)services.GetRequiredService(kind.Handler)).RunAsync(job.Payload, ct);
            return null;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            // By a person, or because another worker has it: then nobody asks this one how it ended.
            return "Bị dừng giữa chừng.";
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            log.JobFailed(error, job.Kind, job.Id, job.Tries);
            return error.Message;
        }
    }

    private void Finish(Job row, JobPosition position, string? failure)
    {
        var now = time.UtcDateTime();
        row.LastError = failure?[..Math.Min(failure.Length, 2000)];
        row.ProgressDone = position.Done;
        row.ProgressTotal = position.Total;
        if (failure is null)
            row.DoneAt = now;
        var schedule = kinds.Find(row.Kind)?.Schedule;
        var isTriedAgain = failure is not null && row.Tries < MaxTries && !row.CancelRequested;
        if (isTriedAgain)
        {
            row.State = JobState.Waiting;
            // 10 s, 40 s, 90 s, …: a database or a network gone for a minute is survived without a person.
            row.NextTryAt = now + TimeSpan.FromSeconds(10 * row.Tries * row.Tries);
        }
        else if (schedule is not null)
        {
            row.State = JobState.Waiting;
            row.NextTryAt = schedule.Next(now);
            row.Tries = 0;
        }
        else
        {
            row.State =
                failure is null ? JobState.Done
                : row.CancelRequested ? JobState.Cancelled
                : JobState.Failed;
            row.NextTryAt = now;
        }
        row.CancelRequested = false;
    }
}
