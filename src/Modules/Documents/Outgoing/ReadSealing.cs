using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Whether a document waits for the unit's seal in its file.</summary>
internal enum Sealing
{
    /// <summary>It was signed on paper, is sealed already, or is not the person's to seal.</summary>
    No,

    /// <summary>It was signed in the file, and the unit has no certificate that the person may use.</summary>
    WithoutKey,
    Open,
}

/// <summary>Looks whether the signed-in clerk can seal a document.</summary>
internal sealed class ReadSealing(ISignatureChecks checks, IDocumentSealer sealer, UserContext user)
{
    /// <inheritdoc cref="IDocumentSealer.MissingBlanksAsync"/>
    public Task<string> MissingBlanksAsync(OutgoingDocument document, string sha256, CancellationToken ct) =>
        sealer.MissingBlanksAsync(document.UnitId, sha256, ct);

    /// <param name="sha256">Of the file that the document shows.</param>
    public async Task<Sealing> OfAsync(OutgoingDocument document, string? sha256, CancellationToken ct)
    {
        if (sha256 is null || !OutgoingSteps.Seal.IsOpenTo(document, user.Required))
            return Sealing.No;
        var known = await checks.ReadAsync([sha256], ct);
        if (known.GetValueOrDefault(sha256) is not { Verdict: not SignatureVerdict.NoSignature, Signatures.Count: > 0 })
            return Sealing.No;
        return await sealer.WayAsync(document.UnitId, ct) is not null ? Sealing.Open : Sealing.WithoutKey;
    }
}
