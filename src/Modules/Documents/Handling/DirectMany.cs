using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>One directive for several documents that wait for it, each in a transaction of its own.</summary>
internal sealed class DirectMany(UnionDb db, DirectIncoming direct)
{
    /// <summary>How many got the directive. The first refusal of the form itself ends it, and nothing was done before it.</summary>
    public async Task<Result<int>> HandleAsync(Guid unitId, IReadOnlyCollection<Guid> chosen, DirectInput input, CancellationToken ct)
    {
        // What has had a directive meanwhile keeps it.
        var waiting = await db
            .Incoming.Where(d => d.UnitId == unitId && d.State == IncomingState.Registered && chosen.Contains(d.Id))
            .OrderBy(d => d.ReceivedAt)
            .Select(d => d.Id)
            .ToListAsync(ct);
        var done = 0;
        foreach (var id in waiting)
        {
            var result = await direct.HandleAsync(id, input, ct);
            if (result.Ok)
                done++;
            else if (done == 0)
                return Result<int>.Fail(result.Problems);
            db.ChangeTracker.Clear();
        }
        return done;
    }
}
