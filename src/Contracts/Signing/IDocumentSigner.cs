using DoanKet.Kernel.Results;

namespace DoanKet.Contracts.Signing;

/// <summary>What is to be signed and by whom.</summary>
/// <param name="DocumentId">The outgoing document.</param>
/// <param name="DraftSha256">The approved draft, exactly as it was approved.</param>
/// <param name="SignerId">The person competent to sign (Nghị định 30/2020, điều 13).</param>
public sealed record SigningRequest(Guid DocumentId, string DraftSha256, Guid SignerId);

/// <summary>A signature that was made.</summary>
/// <param name="SignedSha256">The signed file: the scan of the paper, or the digitally signed PDF.</param>
/// <param name="Method">In Vietnamese: "Ký giấy, đính kèm bản quét".</param>
public sealed record SigningOutcome(string SignedSha256, string SignedFileName, string Method, DateTime At);

/// <summary>What the person who signs gives: confirmation and, for paper, the scan.</summary>
public sealed record SigningConfirmation(Guid SignerId, string? ScanSha256, string? ScanFileName);

/// <summary>A way of signing. The documents module asks; it knows no kind of key, token or paper.</summary>
public interface IDocumentSigner
{
    /// <summary>Stable name: <c>paper</c>.</summary>
    string Method { get; }

    /// <summary>In Vietnamese, for the choice and for the record.</summary>
    string Name { get; }

    /// <summary>True when the signer must attach the scan of the signed paper.</summary>
    bool NeedsScan { get; }

    /// <summary>Signs, inside the caller's transaction.</summary>
    Task<Result<SigningOutcome>> SignAsync(SigningRequest request, SigningConfirmation confirmation, CancellationToken ct);
}
