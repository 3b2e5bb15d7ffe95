using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Persistence;

/// <summary>
/// One use case, one transaction: the rows, their audit entries, their numbers and their jobs are kept together or not at all.
/// A body that answers with a failed <see cref="Result"/> is rolled back.
/// </summary>
public sealed class Work(UnionDb db, AuditTrail audit, JobQueue jobs, JobBell bell)
{
    /// <summary>Runs the body and commits. A call inside another joins it. Never wait for the network inside.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a row in between; the web answers 409.</exception>
    /// <exception cref="DbUpdateException">Somebody else took a unique name in between: 409 as well.</exception>
    public async Task<TResult> RunAsync<TResult>(Func<Task<TResult>> body, CancellationToken ct)
        where TResult : Result
    {
        if (db.Database.CurrentTransaction is not null)
            return await body();
        using var turn = await db.Dialect.TakeTurnAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            var result = await body();
            if (!result.Ok)
            {
                db.ChangeTracker.Clear();
                return result;
            }
            await db.SaveChangesAsync(ct);
            // Last, because on PostgreSQL it makes the other writers wait: from here on there is only the commit.
            await audit.AppendAsync(db, ct);
            await transaction.CommitAsync(ct);
            audit.Committed();
            if (jobs.HasAdded)
                bell.Ring();
            return result;
        }
        finally
        {
            audit.Forget();
        }
    }
}
