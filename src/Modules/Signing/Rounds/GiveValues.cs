using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>The key signs what a round has prepared; then the round is finished.</summary>
internal sealed class GiveValues(UnionDb db, Work work, RoundLease lease, RoundRunner runner, OpenKey openKey)
{
    public const string NotWaiting = "Lần ký này không còn chờ; hãy xem kết quả.";

    /// <summary>By the password of a key on the server, when the program was stopped before it had signed.</summary>
    public async Task<Result> UnlockAsync(SigningRound round, string password, CancellationToken ct)
    {
        var opened = await openKey.HandleAsync(KeyHolder.Person(round.AccountId), password, ct);
        if (!opened.Ok)
            return opened;
        using var key = opened.Value.Key;
        if (opened.Value.Row.Id != round.KeyId)
            return Result.Fail("Chứng thư vừa được thay; hãy bỏ lần ký này và ký lại.");
        return await HandleAsync(
            round.Id,
            async waiting =>
            {
                await RunRound.SignAsync(waiting, key, ct);
                return Result.Success;
            },
            ct
        );
    }

    /// <param name="give">Puts the values into the papers that are prepared.</param>
    public async Task<Result> HandleAsync(Guid id, Func<SigningRound, Task<Result>> give, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var holder = Ids.New();
        var result = await work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<SigningRound>(db, id, ct);
                var round = await db.SigningRounds.Include(r => r.Papers).FirstAsync(r => r.Id == id, ct);
                if (round.State != RoundState.WaitingForKey)
                    return Result.Fail(NotWaiting);
                if (await give(round) is { Ok: false } failed)
                    return failed;
                round.State = RoundState.Finishing;
                (round.HeldBy, round.HeldUntil) = (holder, lease.Until);
                return Result.Success;
            },
            ct
        );
        if (result.Ok)
            runner.Start(id, holder);
        return result;
    }
}
