using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Checking;

/// <summary>
/// Keeps what the signatures of a kept file are worth, as of the moment at which it came: that it was there then is what the program itself
/// can prove (NĐ 23/2025/NĐ-CP, điều 16: whoever receives checks on receipt).
/// </summary>
internal sealed class CheckKeptFile(UnionDb db, JudgeFile judge, TimeProvider time) : IFileInspector
{
    private const string Pdf = "application/pdf";

    /// <summary>Until a signed file is looked at again.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromDays(30);

    public Task InspectAsync(string sha256, string path, CancellationToken ct) => CheckAsync(sha256, path, ct);

    /// <returns>True when signatures that counted before do not count any more.</returns>
    public async Task<bool> CheckAsync(string sha256, string path, CancellationToken ct)
    {
        if (
            await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Sha256 == sha256 && f.MediaType == Pdf, ct) is not { } file
        )
            return false;
        var at = new DateTimeOffset(file.CreatedAt, TimeSpan.Zero);
        using var source = PdfSource.FromFile(path);
        var findings = await judge.HandleAsync(source, at, ct);
        var check = await db.FileChecks.FirstOrDefaultAsync(c => c.Sha256 == sha256, ct);
        if (check is null)
            db.Add(check = new() { Sha256 = sha256, Findings = "" });
        else if (check.Verdict != Verdicts.Of(findings.Overall))
            (check.EarlierVerdict, check.ChangedAt) = (check.Verdict, time.UtcDateTime());
        var worsened = check.Verdict == SignatureVerdict.Valid && findings.Overall != OverallVerdict.Valid;
        check.Verdict = Verdicts.Of(findings.Overall);
        check.CheckedAt = time.UtcDateTime();
        check.NextAt = check.Verdict == SignatureVerdict.NoSignature ? null : check.CheckedAt + Again;
        check.Findings = findings.Write();
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (db.Dialect.IsDuplicate(e))
        {
            // Read twice at the same moment: both found the same.
        }
        db.ChangeTracker.Clear();
        return worsened;
    }

    /// <summary>PDF files that were not looked at yet, or are to be again.</summary>
    /// <param name="trustChangedAt">What was checked before is judged by other roots.</param>
    public IQueryable<string> Due(DateTime now, DateTime trustChangedAt)
    {
        var checks = db.FileChecks;
        return db.Set<StoredFile>()
            .AsNoTracking()
            .Where(f => f.MediaType == Pdf)
            .Where(f =>
                !checks.Any(c => c.Sha256 == f.Sha256)
                || checks.Any(c => c.Sha256 == f.Sha256 && c.NextAt != null && (c.NextAt <= now || c.CheckedAt <= trustChangedAt))
            )
            .Select(f => f.Sha256);
    }
}
