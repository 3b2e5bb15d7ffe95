using DoanKet.Kernel.Results;

namespace DoanKet.Contracts.Signing;

/// <summary>What is to bear the number, the day and the unit's signature.</summary>
/// <param name="UnitId">The unit that issues it.</param>
/// <param name="Paper">The file as the competent person signed it, beside whose signature the seal belongs.</param>
/// <param name="HeldNumber">The number that the document holds already; null while it has none.</param>
public sealed record SealRequest(Guid UnitId, RoundPaper Paper, string? HeldNumber)
{
    /// <summary>
    /// Appendices in files of their own; signed before the paper, so that one that bears the seal has all its appendices signed.
    /// </summary>
    public IReadOnlyList<RoundPaper> Annexes { get; init; } = [];
}

/// <summary>Number and day of a document.</summary>
/// <param name="Text">With its symbol, as printed: "05/HD-LĐLĐ".</param>
public sealed record GivenNumber(string Text, DateOnly Day);

/// <summary>A scan or an extract that is to become an electronic copy.</summary>
/// <param name="UnitId">The unit that makes the copy.</param>
/// <param name="Form">As it stands on the copy: "SAO Y".</param>
/// <param name="UnitName">As it stands on the copy.</param>
public sealed record CopyRequest(Guid UnitId, RoundPaper Paper, string Form, string UnitName);

/// <summary>The unit's signatures, or where they are asked for.</summary>
/// <param name="Made">In the order in which they were made: appendices, then the paper. Empty where the key is elsewhere: then they come by
/// <see cref="ISignedPapers"/>.</param>
/// <param name="Address">Where the person sees the round go on; null where all is done.</param>
public sealed record SealOutcome(IReadOnlyList<SigningOutcome> Made, string? Address);

/// <summary>
/// The unit's own signature with its seal, which the clerk puts on what the competent person has signed (Nghị định 30/2020, điều 17, 32,
/// 33). The documents module asks; it knows no kind of key.
/// </summary>
public interface IDocumentSealer
{
    /// <summary>How the signed-in person signs for the unit; null when it has no certificate that the person may use now.</summary>
    Task<SigningWay?> WayAsync(Guid unitId, CancellationToken ct);

    /// <summary>
    /// What a draft lacks for number and day to be filled in after it was signed; found while it can still be sent back.
    /// </summary>
    /// <param name="sha256">Of a draft that was read.</param>
    /// <returns>In Vietnamese; empty when nothing is missing, or the unit does not sign in files.</returns>
    Task<string> MissingBlanksAsync(Guid unitId, string sha256, CancellationToken ct);

    /// <summary>
    /// Seals, before the caller's transaction: what it leaves are kept files and entries in the log, or a round that asks for the key. An
    /// appendix shows number and time at the top right of its first page, and no seal (phụ lục I, phần II, III.1.d).
    /// </summary>
    /// <param name="secret">What the way asks for.</param>
    /// <param name="number">Asked once the key is open, or about to be asked for, and the files are found to be ones that can be signed, so
    /// that no number is given in vain.</param>
    Task<Result<SealOutcome>> SealAsync(
        SealRequest request,
        string? secret,
        Func<CancellationToken, Task<Result<GivenNumber>>> number,
        CancellationToken ct
    );

    /// <summary>
    /// Signs a copy for the unit: form, unit and time stand at the top right of the first page, without a seal (phụ lục I, phần II, I.3).
    /// </summary>
    /// <param name="secret">What the way asks for.</param>
    Task<Result<SealOutcome>> SignCopyAsync(CopyRequest request, string? secret, CancellationToken ct);
}
