using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>
/// Works on a round as far as it goes without its key: prepares what is to be signed, and finishes what the key has signed. After each
/// paper it is kept how far it is.
/// </summary>
internal sealed class RunRound(
    UnionDb db,
    Work work,
    RoundLease lease,
    PreparePaper prepare,
    FinishPaper finish,
    ISignedPapers papers,
    UserContext user,
    CurrentUserLoader people,
    TimeProvider time,
    ILogger<RunRound> log
)
{
    /// <param name="runner">Which holds the round.</param>
    /// <param name="key">Opened by its owner for this round; null where it is not at hand.</param>
    public async Task HandleAsync(Guid id, Guid runner, ISigningKey? key, CancellationToken ct)
    {
        try
        {
            if (await ReadAsync(id, ct) is not { } round)
                return;
            user.Current = await people.LoadAsync(round.AccountId, null, ct);
            if (round.State == RoundState.Preparing)
                await PrepareAllAsync(round, runner, key, ct);
            if (round.State == RoundState.Finishing)
                await FinishAllAsync(round, runner, ct);
        }
        finally
        {
            db.ChangeTracker.Clear();
            await lease.LetGoAsync(id, runner);
        }
    }

    private async Task PrepareAllAsync(SigningRound round, Guid runner, ISigningKey? key, CancellationToken ct)
    {
        var signingKey = await db.SigningKeys.AsNoTracking().FirstAsync(k => k.Id == round.KeyId, ct);
        foreach (var paper in round.Papers.Where(paper => paper.State == PaperState.Waiting))
        {
            try
            {
                paper.Prepared = (await prepare.HandleAsync(paper, signingKey, ct)).ToBytes();
                paper.State = PaperState.Prepared;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                paper.End(Explain(e, round));
            }
            await KeepAsync(round, [paper], runner, ct);
        }
        if (key is not null)
            await SignAsync(round, key, ct);
        round.State =
            round.Papers.Any(paper => paper.State == PaperState.HasValue) ? RoundState.Finishing
            : round.Papers.Any(paper => paper.State == PaperState.Prepared) ? RoundState.WaitingForKey
            : RoundState.Over;
        await KeepAsync(round, round.Papers, runner, ct);
    }

    /// <summary>All at once, so that nobody's key is open longer than it has to be.</summary>
    public static async Task SignAsync(SigningRound round, ISigningKey key, CancellationToken ct)
    {
        foreach (var paper in round.Prepared)
        {
            paper.Value = await key.SignHashAsync(PreparedSignature.FromBytes(paper.Prepared).HashToSign, ct);
            paper.State = PaperState.HasValue;
        }
    }

    private async Task FinishAllAsync(SigningRound round, Guid runner, CancellationToken ct)
    {
        var signingKey = await db.SigningKeys.AsNoTracking().FirstAsync(k => k.Id == round.KeyId, ct);
        foreach (var paper in round.Papers.Where(paper => paper.State == PaperState.HasValue))
        {
            var result = user.Current is null
                ? Result.Fail("Tài khoản của người ký đã đóng.")
                : await FinishAsync(round, paper, signingKey, runner, ct);
            if (!result.Ok)
            {
                log.LogInformation("Paper {Ordinal} of the round {Round} was not signed", paper.Ordinal, round.Id);
                paper.End(result.Message);
                await KeepAsync(round, [paper], runner, ct);
            }
        }
        round.State = RoundState.Over;
        await KeepAsync(round, [], runner, ct);
    }

    /// <summary>That the paper is signed is kept here and by its module together or not at all.</summary>
    private async Task<Result> FinishAsync(SigningRound round, PaperOfRound paper, SigningKey key, Guid runner, CancellationToken ct)
    {
        Result<SigningOutcome> made;
        try
        {
            made = await finish.HandleAsync(paper, key, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Result.Fail(Explain(e, round));
        }
        if (!made.Ok)
            return made;
        var told = paper.ToContract();
        return await KeepAsync(
            round,
            [paper],
            runner,
            ct,
            async () =>
            {
                var recorded = await papers.RecordAsync(told, made.Value, ct);
                if (recorded.Ok)
                    paper.End(null);
                return recorded;
            }
        );
    }

    /// <summary>One paper that cannot be read keeps no other from being signed.</summary>
    private string Explain(Exception failure, SigningRound round)
    {
        if (Refusal.Explain(failure) is { } told)
            return told;
        log.LogError(failure, "A paper of the round {Round} could not be signed", round.Id);
        return "Máy chủ gặp lỗi khi ký văn bản này; hãy ký lại, hoặc báo người quản trị.";
    }

    /// <summary>What the handlers of papers have read or left elsewhere is of no concern here.</summary>
    private async Task<Result> KeepAsync(
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

    private async Task<SigningRound?> ReadAsync(Guid id, CancellationToken ct)
    {
        var round = await db.SigningRounds.AsNoTracking().Include(r => r.Papers).FirstOrDefaultAsync(r => r.Id == id, ct);
        round?.Papers.Sort((one, other) => one.Ordinal.CompareTo(other.Ordinal));
        return round;
    }
}
