using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Checking;

/// <summary>What <c>doanket verify --json</c> prints; the names are a stable interface.</summary>
internal sealed record VerifyOutput(
    string File,
    IReadOnlyList<SignatureOutput> Signatures,
    IReadOnlyList<SignatureOutput> Timestamps,
    string Overall,
    string? Problem
)
{
    public static VerifyOutput From(string file, FileFindings report) =>
        new(
            file,
            [.. report.Signatures.Select(SignatureOutput.From)],
            [.. report.TimeStamps.Select(SignatureOutput.From)],
            report.Overall == OverallVerdict.NoSignature ? "unsigned" : Word(report.Overall),
            report.Problem
        );

    internal static string Word<T>(T verdict)
        where T : struct, Enum => verdict.ToString().ToLowerInvariant();
}

/// <summary>One signature or time-stamp in that output.</summary>
internal sealed record SignatureOutput(
    string Field,
    string Signer,
    string Crypto,
    string Coverage,
    string Changes,
    string Trust,
    string Level,
    DateTimeOffset? Time,
    string TimeSource,
    IReadOnlyList<string> Notes
)
{
    public static SignatureOutput From(SignatureFinding report) =>
        new(
            report.Field,
            report.Signer,
            VerifyOutput.Word(report.Crypto),
            VerifyOutput.Word(report.Coverage),
            VerifyOutput.Word(report.Changes),
            VerifyOutput.Word(report.Trust),
            report.Level?.ToString() ?? "none",
            report.Time,
            VerifyOutput.Word(report.TimeSource),
            report.Notes
        );
}
