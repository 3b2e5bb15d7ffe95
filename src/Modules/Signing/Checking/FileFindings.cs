using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Serialization;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Checking;

/// <summary>What the verifier found in a file, as it is kept: without the certificates themselves, which stand in the file.</summary>
/// <param name="Problem">Why the file cannot be read; null where it can.</param>
internal sealed record FileFindings(
    OverallVerdict Overall,
    string? Problem,
    IReadOnlyList<SignatureFinding> Signatures,
    IReadOnlyList<SignatureFinding> TimeStamps
)
{
    private static readonly JsonSerializerOptions Text = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Signatures and time-stamps in that order.</summary>
    [JsonIgnore]
    public IEnumerable<SignatureFinding> All => Signatures.Concat(TimeStamps);

    public static FileFindings From(VerificationReport report) =>
        new(
            report.Overall,
            report.Problem,
            [.. report.Signatures.Select(SignatureFinding.From)],
            [.. report.TimeStamps.Select(SignatureFinding.From)]
        );

    public string Write() => JsonSerializer.Serialize(this, Text);

    public static FileFindings Read(string text) => JsonSerializer.Deserialize<FileFindings>(text, Text)!;
}

/// <summary>What is to be said of one signature or time-stamp: the verifier's verdicts and the certificate's names.</summary>
internal sealed record SignatureFinding
{
    private const string OrganisationName = "2.5.4.10";

    public required string Field { get; init; }
    public bool IsTimeStamp { get; init; }
    public string Signer { get; init; } = "";

    /// <summary>Of the certificate: the body for which the signer signs; "" where it names none.</summary>
    public string Organisation { get; init; } = "";
    public CryptoVerdict Crypto { get; init; }
    public Coverage Coverage { get; init; }
    public LaterChanges Changes { get; init; }
    public TrustVerdict Trust { get; init; }
    public string TrustLabel { get; init; } = "";
    public PadesLevel? Level { get; init; }
    public DateTimeOffset? Time { get; init; }
    public TimeSource TimeSource { get; init; }
    public string Algorithm { get; init; } = "";
    public bool IsWeak { get; init; }
    public bool IsForbiddenChange { get; init; }
    public string? Reason { get; init; }
    public CertificateNames? Certificate { get; init; }
    public IReadOnlyList<string> Notes { get; init; } = [];

    public static SignatureFinding From(SignatureReport report) =>
        new()
        {
            Field = report.Field,
            IsTimeStamp = report.IsTimeStamp,
            Signer = report.Signer,
            Organisation = report.Certificate is { } signer ? OrganisationOf(signer) : "",
            Crypto = report.Crypto,
            Coverage = report.Coverage,
            Changes = report.Changes,
            Trust = report.Trust,
            TrustLabel = report.TrustLabel,
            Level = report.Level,
            Time = report.Time,
            TimeSource = report.TimeSource,
            Algorithm = report.Algorithm,
            IsWeak = report.IsWeak,
            IsForbiddenChange = report.IsForbiddenChange,
            Reason = report.Reason,
            Certificate = report.Certificate is { } certificate ? CertificateNames.Of(certificate) : null,
            Notes = report.Notes,
        };

    private static string OrganisationOf(X509Certificate2 certificate)
    {
        try
        {
            return certificate
                    .SubjectName.EnumerateRelativeDistinguishedNames()
                    .Where(name => !name.HasMultipleElements && name.GetSingleElementType().Value == OrganisationName)
                    .Select(name => name.GetSingleElementValue())
                    .FirstOrDefault()
                ?? "";
        }
        catch (Exception e) when (e is AsnContentException or System.Security.Cryptography.CryptographicException)
        {
            return "";
        }
    }
}

/// <summary>Whose certificate it is, by whom it was issued, and for how long; times in UTC.</summary>
internal sealed record CertificateNames(string Subject, string Issuer, string Number, DateTime From, DateTime Until)
{
    public static CertificateNames Of(X509Certificate2 certificate) =>
        new(
            certificate.Subject,
            certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true),
            certificate.SerialNumber,
            certificate.NotBefore.ToUniversalTime(),
            certificate.NotAfter.ToUniversalTime()
        );
}
