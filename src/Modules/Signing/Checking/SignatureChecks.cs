using System.Text.Encodings.Web;
using System.Text.Json;
using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Checking;

/// <summary>Tells other modules what was found in their files.</summary>
internal sealed class SignatureChecks(UnionDb db) : ISignatureChecks
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public async Task<IReadOnlyDictionary<string, CheckedFile>> ReadAsync(IReadOnlyCollection<string> sha256, CancellationToken ct)
    {
        var checks = await db.FileChecks.AsNoTracking().Where(c => sha256.Contains(c.Sha256)).ToListAsync(ct);
        return checks.ToDictionary(c => c.Sha256, Of);
    }

    public async Task<SignatureReportFile?> ReportAsync(string sha256, string fileName, bool asPdf, CancellationToken ct)
    {
        if (await db.FileChecks.AsNoTracking().FirstOrDefaultAsync(c => c.Sha256 == sha256, ct) is not { } check)
            return null;
        var stem = "kiem-tra-chu-ky-" + Path.GetFileNameWithoutExtension(fileName);
        if (!asPdf)
        {
            var output = VerifyOutput.From(fileName, FileFindings.Read(check.Findings));
            return new(JsonSerializer.SerializeToUtf8Bytes(output, Readable), "application/json", stem + ".json");
        }
        return new(await ReportPaper.DrawAsync(fileName, sha256, Of(check), ct), "application/pdf", stem + ".pdf");
    }

    private static CheckedFile Of(FileCheck check)
    {
        var findings = FileFindings.Read(check.Findings);
        var before = check is { EarlierVerdict: { } earlier, ChangedAt: { } at }
            ? $"Trước {at.Show()} kết luận là: {Verdicts.Title(earlier).ToLowerInvariant()}."
            : "";
        return new(
            check.Verdict,
            Verdicts.Title(check.Verdict),
            Verdicts.Advice(findings),
            check.CheckedAt,
            before,
            [.. findings.All.Select(Verdicts.Of)]
        );
    }
}
