using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>
/// Works on a round as far as it goes without its key: prepares what is to be signed, and finishes what the key has signed. After each
/// paper it is kept how far it is.
/// </summary>
internal sealed class RunRound(
    UnionDb db,
    RoundLease lease,
    PrepareRound prepare,
    FinishRound finish,
    UserContext user,
    CurrentUserLoader people
)
{
    /// <param name="runner">Which holds the round.</param>
    public async Task HandleAsync(Guid id, Guid runner, GivenKey given, CancellationToken ct)
    {
        try
        {
            if (await ReadAsync(id, ct) is not { } round)
                return;
            user.Current = await people.LoadAsync(round.AccountId, null, ct);
            var key = await db.SigningKeys.AsNoTracking().FirstAsync(k => k.Id == round.KeyId, ct);
            if (round.State == RoundState.Preparing)
                await prepare.HandleAsync(round, key, runner, given, ct);
            if (round.State == RoundState.Finishing)
                await finish.HandleAsync(round, key, runner, ct);
        }
        finally
        {
            db.ChangeTracker.Clear();
            await lease.LetGoAsync(id, runner);
        }
    }

    private async Task<SigningRound?> ReadAsync(Guid id, CancellationToken ct)
    {
        var round = await db.SigningRounds.AsNoTracking().Include(r => r.Papers).FirstOrDefaultAsync(r => r.Id == id, ct);
        round?.Papers.Sort((one, other) => one.Ordinal.CompareTo(other.Ordinal));
        return round;
    }
}
