using DoanKet.Modules.Signing.Keys;
using DoanKet.Pades;
using Microsoft.Extensions.Logging;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>Works out what the key has to sign, paper by paper; then the key signs all, or is asked for.</summary>
internal sealed class PrepareRound(PreparePaper prepare, KeepRound keep, IEnumerable<IAskForKey> asks, ILogger<PrepareRound> log)
{
    public async Task HandleAsync(SigningRound round, SigningKey signingKey, Guid runner, GivenKey given, CancellationToken ct)
    {
        foreach (var paper in round.Papers.Where(paper => paper.State == PaperState.Waiting))
        {
            try
            {
                paper.Prepared = (await prepare.HandleAsync(paper, signingKey, ct)).ToBytes();
                paper.State = PaperState.Prepared;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                paper.End(Refusal.Explain(e, log, round.Id));
            }
            await keep.HandleAsync(round, [paper], runner, ct);
        }
        if (given.Key is not null)
            await SignAsync(round, given.Key, ct);
        round.State =
            round.Papers.Any(paper => paper.State == PaperState.HasValue) ? RoundState.Finishing
            : round.Papers.Any(paper => paper.State == PaperState.Prepared) ? RoundState.WaitingForKey
            : RoundState.Over;
        await keep.HandleAsync(round, round.Papers, runner, ct);
        if (round.State == RoundState.WaitingForKey && asks.FirstOrDefault(ask => ask.Place == signingKey.Place) is { } ask)
            await ask.AskAsync(round.Id, signingKey, given.Pin, ct);
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
}
