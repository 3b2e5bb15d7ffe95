using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Pades;
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
                await PrepareRound.SignAsync(waiting, key, ct);
                return Result.Success;
            },
            ct
        );
    }

    /// <summary>By a key somewhere else; what it is said to have signed is believed only when it fits.</summary>
    /// <param name="values">In any order.</param>
    public Task<Result> TakeAsync(Guid id, IReadOnlyList<byte[]> values, CancellationToken ct) =>
        HandleAsync(
            id,
            waiting =>
            {
                var papers = waiting.Prepared.ToList();
                try
                {
                    var prepared = papers.Select(paper => PreparedSignature.FromBytes(paper.Prepared)).ToList();
                    foreach (var (paper, value) in papers.Zip(RemoteValues.Match(prepared, values)))
                        (paper.Value, paper.State) = (value, PaperState.HasValue);
                    return Task.FromResult(Result.Success);
                }
                catch (PdfRefusedException)
                {
                    return Task.FromResult(Result.Fail("Chữ ký nhận về không khớp với văn bản và chứng thư nên không dùng; hãy ký lại."));
                }
            },
            ct
        );

    /// <param name="give">Puts the values into the papers that are prepared.</param>
    private async Task<Result> HandleAsync(Guid id, Func<SigningRound, Task<Result>> give, CancellationToken ct)
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
            runner.Start(id, holder, GivenKey.None);
        return result;
    }
}
