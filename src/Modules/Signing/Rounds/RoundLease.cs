using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>One runner's hold on a round: no other works on it meanwhile, and one that was killed loses it.</summary>
internal sealed class RoundLease(UnionDb db, TimeProvider time)
{
    /// <summary>Longer than any one paper takes; said anew after each.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(3);

    public DateTime Until => time.UtcDateTime() + Length;

    /// <summary>Rounds that a runner has to work on and none does.</summary>
    public IQueryable<SigningRound> Abandoned()
    {
        var now = time.UtcDateTime();
        return db.SigningRounds.Where(round =>
            (round.State == RoundState.Preparing || round.State == RoundState.Finishing)
            && (round.HeldUntil == null || round.HeldUntil < now)
        );
    }

    /// <returns>False when another runner was quicker.</returns>
    public async Task<bool> TakeAsync(Guid round, Guid runner, CancellationToken ct) =>
        await SetAsync(Abandoned().Where(r => r.Id == round), runner, Until, ct);

    /// <returns>False when it was lost.</returns>
    public async Task<bool> RenewAsync(Guid round, Guid runner, CancellationToken ct) =>
        await SetAsync(Held(round, runner), runner, Until, ct);

    /// <summary>Whoever looks next takes it.</summary>
    public Task LetGoAsync(Guid round, Guid runner) => SetAsync(Held(round, runner), null, null, CancellationToken.None);

    private IQueryable<SigningRound> Held(Guid round, Guid runner) => db.SigningRounds.Where(r => r.Id == round && r.HeldBy == runner);

    private static async Task<bool> SetAsync(IQueryable<SigningRound> rounds, Guid? runner, DateTime? until, CancellationToken ct) =>
        await rounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.HeldBy, runner).SetProperty(r => r.HeldUntil, until), ct) == 1;
}
