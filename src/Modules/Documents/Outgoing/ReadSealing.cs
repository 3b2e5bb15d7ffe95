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
internal sealed class ReadSealing(ISignatureChecks checks, IDocumentSealer sealer, FindAnnexes annexes, UserContext user)
{
    /// <summary>What stands in the way of the unit's signature and can still be mended: the draft can be sent back.</summary>
    /// <param name="sha256">Of the draft's text.</param>
    public async Task<IReadOnlyList<string>> RemarksAsync(OutgoingDocument document, string sha256, CancellationToken ct)
    {
        List<string> remarks = [];
        if (await sealer.MissingBlanksAsync(document.UnitId, sha256, ct) is { Length: > 0 } missing)
            remarks.Add(missing);
        List<string> unsigned =
        [
            .. (await annexes.OfAsync(document, ct)).Where(annex => !annex.CanBeSigned).Select(annex => annex.FileName),
        ];
        if (unsigned.Count > 0 && await sealer.WayAsync(document.UnitId, ct) is not null)
            remarks.Add(
                $"Không phải tệp PDF nên sẽ gửi kèm mà không có chữ ký số của cơ quan: {string.Join(", ", unsigned)}. "
                    + "Cần ký số thì trả lại để người soạn xuất PDF."
            );
        return remarks;
    }

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
