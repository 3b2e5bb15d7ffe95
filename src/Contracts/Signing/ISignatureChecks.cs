namespace DoanKet.Contracts.Signing;

/// <summary>What the signatures of a file are worth together.</summary>
public enum SignatureVerdict
{
    /// <summary>No digital signature: a scan, or a file that is not signed yet.</summary>
    NoSignature,
    Valid,

    /// <summary>Right, but something was put on the pages afterwards that a person should look at.</summary>
    Warning,

    /// <summary>Right, but nobody knows whether the signer may be trusted.</summary>
    Indeterminate,
    Invalid,
}

/// <summary>One signature or time-stamp of a kept file, in plain Vietnamese.</summary>
/// <param name="Title">Whose it is: "Chữ ký của Nguyễn Văn A".</param>
/// <param name="Sentences">For whom, when, whether it fits the file, what came afterwards, whether the signer is trusted.</param>
/// <param name="Facts">Names and values for whoever wants to know exactly.</param>
/// <param name="Notes">The verifier's own words, in English.</param>
public sealed record CheckedSignature(
    string Title,
    string Signer,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<KeyValuePair<string, string>> Facts,
    IReadOnlyList<string> Notes
);

/// <summary>What is known of the signatures of a kept file.</summary>
/// <param name="Title">The verdict in a few words.</param>
/// <param name="Advice">What to do with the file.</param>
/// <param name="CheckedAt">UTC.</param>
/// <param name="Before">A sentence when an earlier check came to another verdict; otherwise "".</param>
public sealed record CheckedFile(
    SignatureVerdict Verdict,
    string Title,
    string Advice,
    DateTime CheckedAt,
    string Before,
    IReadOnlyList<CheckedSignature> Signatures
);

/// <summary>The verification report of a file, to be given out.</summary>
public sealed record SignatureReportFile(byte[] Content, string MediaType, string Name);

/// <summary>
/// The signatures of kept PDF files: looked at when a file is read for the first time, and again as time goes on, for certificates end and
/// authorities lose their trust.
/// </summary>
public interface ISignatureChecks
{
    /// <summary>By the files' SHA-256; a file that was not looked at yet is left out.</summary>
    Task<IReadOnlyDictionary<string, CheckedFile>> ReadAsync(IReadOnlyCollection<string> sha256, CancellationToken ct);

    /// <summary>The last check as PDF or as JSON (the same names as <c>doanket verify --json</c>); null when there was none.</summary>
    /// <param name="fileName">Under which the file is known to the reader.</param>
    Task<SignatureReportFile?> ReportAsync(string sha256, string fileName, bool asPdf, CancellationToken ct);
}
