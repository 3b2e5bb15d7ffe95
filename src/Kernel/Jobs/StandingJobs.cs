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
        var horizon = now + JobQueue.LongestDelay;
        var misplanned = db.Set<Job>().Where(j => j.State == JobState.Waiting && j.NextTryAt > horizon);
        if (await misplanned.AnyAsync(ct))
            await misplanned.ExecuteUpdateAsync(set => set.SetProperty(j => j.NextTryAt, now), ct);
        var present = await db.Set<Job>()
            .Where(j => j.Key != null)
            .Select(j => j.Key)
            .Where(key => kinds.Standing.Select(k => k.Name).Contains(key))
            .ToListAsync(ct);
        foreach (var kind in kinds.Standing.Where(kind => !present.Contains(kind.Name)))
            await AddAsync(db, kind, now, ct);
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
