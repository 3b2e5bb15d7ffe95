using DoanKet.Kernel.Results;

namespace DoanKet.Contracts.Signing;

/// <summary>What is to be signed and by whom.</summary>
/// <param name="DocumentId">The outgoing document.</param>
/// <param name="DraftSha256">The approved draft, exactly as it was approved.</param>
/// <param name="DraftFileName">Under which the draft is known.</param>
/// <param name="SignerId">The person competent to sign (Nghị định 30/2020, điều 13).</param>
/// <param name="SignerName">As it stands under the document, where the picture of the signature belongs.</param>
public sealed record SigningRequest(Guid DocumentId, string DraftSha256, string DraftFileName, Guid SignerId, string SignerName);

/// <summary>A signature that was made.</summary>
/// <param name="SignedSha256">The signed file: the scan of the paper, or the digitally signed PDF.</param>
/// <param name="Method">In Vietnamese: "Ký giấy, đính kèm bản quét".</param>
public sealed record SigningOutcome(string SignedSha256, string SignedFileName, string Method, DateTime At);

/// <summary>What the person who signs gives: for paper the scan, for a certificate the password of its key.</summary>
public sealed record SigningConfirmation(Guid SignerId, string? ScanSha256 = null, string? ScanFileName = null, string? Secret = null);

/// <summary>A way of signing. The documents module asks; it knows no kind of key, token or paper.</summary>
public interface IDocumentSigner
{
    /// <summary>Stable name: <c>paper</c>, <c>certificate</c>.</summary>
    string Method { get; }

    /// <summary>In Vietnamese, for the choice and for the record.</summary>
    string Name { get; }

    /// <summary>True when the signer must attach the scan of the signed paper.</summary>
    bool NeedsScan { get; }

    /// <summary>True when the signature is made in the draft itself, which must be a PDF file, with the password of the key.</summary>
    bool SignsDraft { get; }

    /// <summary>
    /// Signs, before the caller's transaction: what it leaves is a kept file and, where a key was used, an entry in the log.
    /// </summary>
    Task<Result<SigningOutcome>> SignAsync(SigningRequest request, SigningConfirmation confirmation, CancellationToken ct);
}
