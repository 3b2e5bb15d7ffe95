using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using Microsoft.Extensions.Logging;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>Puts together, verifies and records what the key has signed, paper by paper.</summary>
internal sealed class FinishRound(FinishPaper finish, KeepRound keep, ISignedPapers papers, UserContext user, ILogger<FinishRound> log)
{
    public async Task HandleAsync(SigningRound round, SigningKey key, Guid runner, CancellationToken ct)
    {
        foreach (var paper in round.Papers.Where(paper => paper.State == PaperState.HasValue))
        {
            var result = user.Current is null
                ? Result.Fail("Tài khoản của người ký đã đóng.")
                : await FinishAsync(round, paper, key, runner, ct);
            if (!result.Ok)
            {
                log.LogInformation("Paper {Ordinal} of the round {Round} was not signed", paper.Ordinal, round.Id);
                paper.End(result.Message);
                await keep.HandleAsync(round, [paper], runner, ct);
            }
        }
        round.State = RoundState.Over;
        await keep.HandleAsync(round, [], runner, ct);
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
            return Result.Fail(Refusal.Explain(e, log, round.Id));
        }
        if (!made.Ok)
            return made;
        var told = paper.ToContract();
        return await keep.HandleAsync(
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
}
