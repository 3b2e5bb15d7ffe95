using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>Ends a round that nobody works on; its papers that are not signed wait in the tray as before.</summary>
internal sealed class EndRound(UnionDb db, Work work, TimeProvider time)
{
    public Task<Result> HandleAsync(Guid id, string why, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<SigningRound>(db, id, ct);
                var round = await db.SigningRounds.Include(r => r.Papers).FirstAsync(r => r.Id == id, ct);
                await db.Entry(round).ReloadAsync(ct);
                if (round.State == RoundState.Over || round.HeldUntil > time.UtcDateTime())
                    return Result.Success;
                foreach (var paper in round.Papers.Where(paper => paper.State < PaperState.Signed))
                    paper.End(why);
                (round.State, round.EndedAt) = (RoundState.Over, time.UtcDateTime());
                return Result.Success;
            },
            ct
        );
}
