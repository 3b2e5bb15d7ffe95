using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Jobs;

/// <summary>
/// One worker's hold on one job: taken, renewed while it runs, and given up when it ends. Nobody else's job is ever touched.
/// </summary>
internal sealed class JobLease(IServiceScopeFactory scopes, Guid worker, TimeProvider time)
{
    /// <summary>How often a running job is looked after.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private static readonly int LooksPerRenewal = (int)(JobRunner.Lease / 3 / Look);

    /// <summary>
    /// The next job that is due, or one whose worker was killed. Tries are counted here, so that a job which kills the program is counted
    /// too.
    /// </summary>
    public Task<Job?> TakeAsync(JobLane lane, CancellationToken ct) =>
        InDbAsync(async db =>
        {
            var now = time.UtcDateTime();
            // A lease far ahead is of a clock that was wrong.
            var tooFar = now + 2 * JobRunner.Lease;
            // Asked before it is taken: an update that finds nothing still makes all other writers of SQLite wait.
            var due = db.Set<Job>()
                .AsNoTracking()
                .Where(j =>
                    j.Lane == lane
                    && (
                        (j.State == JobState.Waiting && j.NextTryAt <= now)
                        || (j.State == JobState.Running && (j.LeasedUntil < now || j.LeasedUntil > tooFar))
                    )
                );
            if (!await due.AnyAsync(ct))
                return null;
            var id = await db.Dialect.LeaseJobAsync(db, new(lane, worker, now, now + JobRunner.Lease, tooFar), ct);
            return id is null ? null : await db.Set<Job>().AsNoTracking().FirstAsync(j => j.Id == id, ct);
        });

    /// <summary>
    /// Until the running job ends: renews the lease, writes down how far it is, and tells it to stop when somebody else has it or a
    /// person wants it stopped.
    /// </summary>
    public async Task WatchAsync(Guid id, JobProgress progress, CancellationTokenSource running)
    {
        var written = default(JobPosition);
        var looks = 0;
        while (true)
        {
            await Task.Delay(Look, running.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (running.IsCancellationRequested)
                return;
            var position = progress.Position;
            var hasNews = position != written || ++looks % LooksPerRenewal == 0;
            if (hasNews ? !await TryRenewAsync(id, position) : await IsUnwantedAsync(id))
                await running.CancelAsync();
            written = position;
        }
    }

    /// <summary>Gives the job back untried: the program stops.</summary>
    public Task<int> ReleaseAsync(Guid id) =>
        InDbAsync(db =>
            Mine(db, id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(j => j.State, JobState.Waiting)
                        .SetProperty(j => j.Tries, j => j.Tries - 1)
                        .SetProperty(j => j.LeasedBy, (Guid?)null)
                        .SetProperty(j => j.LeasedUntil, (DateTime?)null)
                )
        );

    public Task<bool> FinishAsync(Job job, Action<Job> end, CancellationToken ct) =>
        InDbAsync(async db =>
        {
            if (await Mine(db, job.Id).FirstOrDefaultAsync(ct) is not { } row)
                return false;
            end(row);
            row.LeasedBy = null;
            row.LeasedUntil = null;
            await db.SaveChangesAsync(ct);
            return true;
        });

    /// <returns>False when the job is not this worker's any more, or is to stop.</returns>
    private async Task<bool> TryRenewAsync(Guid id, JobPosition position)
    {
        DateTime? until = time.UtcDateTime() + JobRunner.Lease;
        return await AskAsync(
                db =>
                    Mine(db, id)
                        .Where(j => !j.CancelRequested)
                        .ExecuteUpdateAsync(set =>
                            set.SetProperty(j => j.LeasedUntil, until)
                                .SetProperty(j => j.ProgressDone, position.Done)
                                .SetProperty(j => j.ProgressTotal, position.Total)
                        ),
                otherwise: 1
            ) > 0;
    }

    private Task<bool> IsUnwantedAsync(Guid id) => AskAsync(db => Mine(db, id).AnyAsync(j => j.CancelRequested), otherwise: false);

    /// <summary>The database may be away for the moment: the lease still runs, and the next look may succeed.</summary>
    private async Task<T> AskAsync<T>(Func<UnionDb, Task<T>> question, T otherwise)
    {
        try
        {
            return await InDbAsync(question);
        }
        catch (Exception error) when (error is System.Data.Common.DbException or InvalidOperationException)
        {
            return otherwise;
        }
    }

    private IQueryable<Job> Mine(UnionDb db, Guid id) =>
        db.Set<Job>().Where(j => j.Id == id && j.LeasedBy == worker && j.State == JobState.Running);

    private async Task<T> InDbAsync<T>(Func<UnionDb, Task<T>> body)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await body(scope.ServiceProvider.GetRequiredService<UnionDb>());
    }
}
