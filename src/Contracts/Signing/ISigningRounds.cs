using DoanKet.Kernel.Results;

namespace DoanKet.Contracts.Signing;

/// <summary>What a signature in a round is made for.</summary>
public enum RoundAct
{
    /// <summary>The person's own.</summary>
    Sign = 0,

    /// <summary>The unit's, with number, day and seal.</summary>
    Seal = 1,

    /// <summary>The unit's, on an electronic copy.</summary>
    Copy = 2,

    /// <summary>The unit's, with number and time, on an appendix that is a file of its own.</summary>
    Annex = 3,

    /// <summary>The person's initials (ký nháy) behind the text, of who answers for the content.</summary>
    ContentInitials = 4,

    /// <summary>The person's initials below the receivers, of who answers for the format.</summary>
    FormatInitials = 5,
}

/// <summary>A paper that is signed in a round, as its signer saw it.</summary>
/// <param name="Version">Of the document, told back when it is signed.</param>
/// <param name="Title">In a list of papers.</param>
/// <param name="Address">Of its page.</param>
/// <param name="Sha256">The PDF file that is signed.</param>
/// <param name="SignerName">As it stands under the document, where the picture of the signature belongs.</param>
public sealed record RoundPaper(
    Guid DocumentId,
    int Version,
    string Title,
    string Address,
    string Sha256,
    string FileName,
    string SignerName
)
{
    public RoundAct Act { get; init; }

    /// <summary>What the module wants to be told back with the signature; its own.</summary>
    public string Payload { get; init; } = "";
}

/// <summary>A paper that was chosen and is not signed, and why.</summary>
public sealed record LeftPaper(string Title, string Address, string Why);

/// <summary>How the signed-in person signs in the file itself, in Vietnamese.</summary>
/// <param name="IsHere">The key lies on the server and signs at once; otherwise it is asked for: in a token, or by phone.</param>
/// <param name="SecretLabel">What is to be entered; null where nothing is.</param>
/// <param name="Hint">What the person has to do beside this screen; empty when nothing.</param>
/// <param name="ActName">On the button: "Ký bằng USB token".</param>
public sealed record SigningWay(bool IsHere, string? SecretLabel, string Hint, string ActName)
{
    /// <summary>What is told where nothing was entered; null where nothing is asked for.</summary>
    public string? MissingSecret => SecretLabel is { } label ? $"Hãy nhập {char.ToLowerInvariant(label[0])}{label[1..]}." : null;
}

/// <summary>A round of the signed-in person.</summary>
/// <param name="Address">Of its page.</param>
public sealed record RoundProgress(string Address, int SignedPapers, int LeftPapers, int AllPapers, bool IsOver);

/// <summary>
/// Signs one or many papers under one confirmation. All signatures are prepared, then the key signs them at once, then each is put in,
/// verified and recorded; a round goes on where it was when the program was stopped.
/// </summary>
public interface ISigningRounds
{
    /// <summary>So many papers under one confirmation.</summary>
    const int Most = 50;

    /// <summary>Null when the person has no certificate that counts now.</summary>
    Task<SigningWay?> WayAsync(CancellationToken ct);

    /// <summary>Begins a round; each paper is told to <see cref="ISignedPapers"/> when it is signed.</summary>
    /// <param name="left">Chosen, but not to be signed: told with the others.</param>
    /// <param name="secret">What the way asks for; null where it asks for nothing.</param>
    /// <returns>Where the person sees it go on.</returns>
    Task<Result<string>> BeginAsync(IReadOnlyList<RoundPaper> papers, IReadOnlyList<LeftPaper> left, string? secret, CancellationToken ct);

    /// <summary>The one that goes on, or the last one of these days; null when there is none.</summary>
    Task<RoundProgress?> LastAsync(CancellationToken ct);
}

/// <summary>Done by the module whose papers are signed in rounds.</summary>
public interface ISignedPapers
{
    /// <summary>The page from which the person chose them, and its name in a link.</summary>
    (string Address, string Name) Tray { get; }

    /// <summary>
    /// Records the signature, for whoever is set as the signed-in person, in the transaction of the round: both are kept or neither, so a
    /// paper is asked for again only when nothing was recorded.
    /// </summary>
    Task<Result> RecordAsync(RoundPaper paper, SigningOutcome outcome, CancellationToken ct);
}
