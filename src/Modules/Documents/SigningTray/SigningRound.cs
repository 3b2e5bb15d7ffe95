using System.Collections.Concurrent;

namespace DoanKet.Modules.Documents.SigningTray;

/// <summary>A paper of the tray and the version that the signer saw.</summary>
internal readonly record struct ChosenPaper(Guid Id, int Seen);

/// <summary>A paper that was not signed, and why.</summary>
internal sealed record LeftPaper(Guid Id, string Subject, string Why);

/// <summary>Many papers signed under one password, one after the other. Each is signed and recorded whole or not at all.</summary>
internal sealed class SigningRound(int all)
{
    private readonly ConcurrentQueue<LeftPaper> _left = new();
    private int _signed;

    public int All => all;

    public int Signed => Volatile.Read(ref _signed);

    public IReadOnlyCollection<LeftPaper> Left => _left;

    public bool IsOver { get; private set; }

    public void CountSigned() => Interlocked.Increment(ref _signed);

    public void Leave(LeftPaper paper) => _left.Enqueue(paper);

    public void End() => IsOver = true;
}

/// <summary>
/// The rounds that run now and the last one of each person, in this program's memory, as is the password of a round. After a kill what was
/// not signed is still in the tray.
/// </summary>
internal sealed class SigningRounds
{
    private readonly ConcurrentDictionary<Guid, SigningRound> _rounds = new();

    public SigningRound? Of(Guid account) => _rounds.GetValueOrDefault(account);

    /// <returns>Null when one of this person still runs.</returns>
    public SigningRound? Begin(Guid account, int papers)
    {
        var round = new SigningRound(papers);
        var kept = _rounds.AddOrUpdate(account, round, (_, before) => before.IsOver ? round : before);
        return ReferenceEquals(kept, round) ? round : null;
    }

    public void Forget(Guid account, SigningRound round) => _rounds.TryRemove(new(account, round));
}
