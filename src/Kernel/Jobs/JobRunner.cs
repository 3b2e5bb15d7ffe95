using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DoanKet.Kernel.Jobs;

/// <summary>Leases waiting jobs and runs them, a few at a time, until the program stops.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, IEnumerable<JobKind> kinds, JobBell bell, TimeProvider time, ILogger<JobRunner> log) : BackgroundService
{
    private const int Batch = 8, MaxTries = 6;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10), Idle = TimeSpan.FromSeconds(10);
    private readonly Dictionary<string, JobKind> _kinds = kinds.ToDictionary(k => k.Name);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await EnsureStandingJobsAsync(stoppingToken);
                while (await RunBatchAsync(stoppingToken) > 0)
                {
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "The job runner could not reach its jobs; it tries again in {Idle}", Idle);
            }
            await ((Task)bell.WaitAsync(Idle, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Runs what waits now; the number of jobs taken.</summary>
    public async Task<int> RunBatchAsync(CancellationToken ct)
    {
        IReadOnlyList<Guid> leased;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
            var now = time.UtcDateTime();
            leased = await db.Dialect.LeaseJobsAsync(db, Batch, now, now + Lease, ct);
        }
        foreach (var id in leased)
            await RunOneAsync(id, ct);
        return leased.Count;
    }

    private async Task RunOneAsync(Guid id, CancellationToken ct)
    {
        Job job;
        await using (var scope = scopes.CreateAsyncScope())
            job = await scope.ServiceProvider.GetRequiredService<UnionDb>().Set<Job>().AsNoTracking().FirstAsync(j => j.Id == id, ct);
        string? failure = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (!_kinds.TryGetValue(job.Kind, out var kind))
                throw new InvalidOperationException($"No handler is registered for the job kind '{job.Kind}'.");
            await ((IJobHandler)scope.ServiceProvider.GetRequiredService(kind.Handler)).RunAsync(job.Payload, ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            failure = error.Message;
            log.LogWarning(error, "Job {Kind} {Id} failed at try {Try}", job.Kind, job.Id, job.Tries);
        }
        await FinishAsync(job, failure, ct);
    }

    private async Task FinishAsync(Job job, string? failure, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        var row = await db.Set<Job>().FirstAsync(j => j.Id == job.Id, ct);
        var now = time.UtcDateTime();
        var every = _kinds.GetValueOrDefault(job.Kind)?.Every;
        row.LeasedUntil = null;
        row.LastError = failure?[..Math.Min(failure.Length, 2000)];
        if (failure is null)
            row.DoneAt = now;
        (row.State, row.NextTryAt) = (failure, every) switch
        {
            (_, { } interval) => (JobState.Waiting, now + interval),
            (null, _) => (JobState.Done, now),
            _ when job.Tries >= MaxTries => (JobState.Failed, now),
            // 10 s, 40 s, 90 s, …: a database or a network gone for a minute is survived without a person.
            _ => (JobState.Waiting, now + TimeSpan.FromSeconds(10 * job.Tries * job.Tries)),
        };
        await db.SaveChangesAsync(ct);
    }

    private async Task EnsureStandingJobsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        foreach (var kind in _kinds.Values.Where(k => k.Every is not null))
        {
            if (await db.Set<Job>().AnyAsync(j => j.Key == kind.Name, ct))
                continue;
            db.Add(new Job { Id = Ids.New(), Kind = kind.Name, Payload = "", Key = kind.Name, CreatedAt = time.UtcDateTime(), NextTryAt = time.UtcDateTime() });
            await db.SaveChangesAsync(ct);
        }
    }
}
