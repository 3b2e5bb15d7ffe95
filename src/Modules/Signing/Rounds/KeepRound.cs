using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>Keeps how far a round is, for the runner that holds it and no other.</summary>
internal sealed class KeepRound(UnionDb db, Work work, RoundLease lease, TimeProvider time)
{
    /// <summary>What the handlers of papers have read or left elsewhere is of no concern here.</summary>
    /// <param name="changed">Papers of the round.</param>
    /// <param name="first">Done in the same transaction, which is given up where it fails.</param>
    public async Task<Result> HandleAsync(
        SigningRound round,
        IEnumerable<PaperOfRound> changed,
        Guid runner,
        CancellationToken ct,
        Func<Task<Result>>? first = null
    )
    {
        db.ChangeTracker.Clear();
        var result = await work.RunAsync(
            async () =>
            {
                if (!await lease.RenewAsync(round.Id, runner, ct))
                    throw new InvalidOperationException("Another runner took the round over.");
                if (first is not null && await first() is { Ok: false } failed)
                    return failed;
                foreach (var paper in changed)
                    db.Update(paper);
                var ended = round.State == RoundState.Over ? time.UtcDateTime() : (DateTime?)null;
                await db
                    .SigningRounds.Where(r => r.Id == round.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, round.State).SetProperty(r => r.EndedAt, ended), ct);
                return Result.Success;
            },
            ct
        );
        db.ChangeTracker.Clear();
        return result;
    }
}
