using DoanKet.Contracts.Signing;
using DoanKet.Ui.Parts;

namespace DoanKet.Modules.Documents.Content;

/// <summary>What the screen says of the signatures of one file.</summary>
/// <param name="Check">Null for a moment after it came.</param>
internal sealed record FileSignatures(string Name, CheckedFile? Check, string ReportAddress)
{
    public bool IsSigned => Check is { Verdict: not SignatureVerdict.NoSignature };

    public VerdictKind Kind =>
        Check?.Verdict switch
        {
            SignatureVerdict.Valid => VerdictKind.Good,
            // A file without signatures that is not quite a PDF is no forgery.
            SignatureVerdict.Invalid when Check.Signatures.Count > 0 => VerdictKind.Bad,
            _ => VerdictKind.Unsure,
        };

    public string Title =>
        Check is { Verdict: SignatureVerdict.Invalid, Signatures.Count: 0 } ? "Chưa kiểm tra được chữ ký" : Check?.Title ?? "";

    /// <summary>Who signed, in their order.</summary>
    public string Signers =>
        string.Join(", ", Check?.Signatures.Select(signature => signature.Signer).Where(name => name.Length > 0) ?? []);
}

/// <summary>Reads what is known of the signatures of a document's files.</summary>
internal sealed class ReadSignatures(ISignatureChecks checks)
{
    private const string Pdf = "application/pdf";

    public async Task<IReadOnlyList<FileSignatures>> OfAsync(PageViewer viewer, CancellationToken ct)
    {
        var files = viewer.Files.Where(file => file.MediaType == Pdf).ToList();
        var known = await checks.ReadAsync([.. files.Select(file => file.Sha256).Distinct()], ct);
        return
        [
            .. files.Select(file => new FileSignatures(
                file.Name,
                known.GetValueOrDefault(file.Sha256),
                $"{viewer.Root}/tep/{file.Ordinal}/chu-ky"
            )),
        ];
    }
}
