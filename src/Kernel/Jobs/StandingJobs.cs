using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoanKet.Kernel.Jobs;

/// <summary>
/// Sees to it that every standing job has its row, and that none is planned for a day that only a wrong clock can have meant.
/// </summary>
public sealed class StandingJobs(IServiceScopeFactory scopes, JobKinds kinds, TimeProvider time, ILogger<StandingJobs> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task KeepAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await EnsureAsync(ct);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.StandingJobsOutOfReach(error);
            }
            await Task.Delay(Pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async Task EnsureAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        var now = time.UtcDateTime();
        var standing = kinds.Standing.Select(k => k.Name).ToList();
        var horizon = now + JobQueue.LongestDelay;
        var misplanned = db.Set<Job>()
            .Where(j => j.State == JobState.Waiting && j.NextTryAt > horizon && (j.Key == null || !standing.Contains(j.Key)));
        if (await misplanned.AnyAsync(ct))
            await misplanned.ExecuteUpdateAsync(set => set.SetProperty(j => j.NextTryAt, now), ct);
        foreach (var kind in kinds.Standing)
            await BringForwardAsync(db, kind, now, ct);
        var present = await db.Set<Job>()
            .Where(j => j.Key != null)
            .Select(j => j.Key)
            .Where(key => key != null && standing.Contains(key))
            .ToListAsync(ct);
        foreach (var kind in kinds.Standing.Where(kind => !present.Contains(kind.Name)))
            await AddAsync(db, kind, now, ct);
    }

    /// <summary>Planned later than its schedule says: by a clock that was wrong, or by an earlier version.</summary>
    private static async Task BringForwardAsync(UnionDb db, JobKind kind, DateTime now, CancellationToken ct)
    {
        var next = kind.Schedule!.Next(now);
        var late = db.Set<Job>().Where(j => j.Key == kind.Name && j.State == JobState.Waiting && j.NextTryAt > next);
        if (await late.AnyAsync(ct))
            await late.ExecuteUpdateAsync(set => set.SetProperty(j => j.NextTryAt, next), ct);
    }

    private static async Task AddAsync(UnionDb db, JobKind kind, DateTime now, CancellationToken ct)
    {
        try
        {
            db.Add(
                new Job
                {
                    Id = Ids.New(),
                    Kind = kind.Name,
                    Lane = kind.Lane,
                    Payload = "",
                    Key = kind.Name,
                    CreatedAt = now,
                    NextTryAt = now,
                }
            );
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException error) when (db.Dialect.IsDuplicate(error))
        {
            // Another instance was quicker.
            db.ChangeTracker.Clear();
        }
    }
}
