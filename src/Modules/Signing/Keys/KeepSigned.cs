using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Checking;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>
/// Takes in a file that was signed: it is verified before anybody gets it, and the use of the key stands in the log.
/// </summary>
internal sealed class KeepSigned(Work work, AuditTrail audit, JudgeFile judge, FileVault vault, ReadFile read, TimeProvider time)
{
    /// <param name="path">Of the signed file.</param>
    /// <param name="field">In which the signature is.</param>
    /// <param name="fileName">Under which the file was known before.</param>
    /// <returns>SHA-256 of the kept file.</returns>
    public async Task<Result<string>> HandleAsync(string path, string field, SigningKey key, string fileName, CancellationToken ct)
    {
        if (!await IsRightAsync(path, field, ct))
            return Result<string>.Fail("Ký xong kiểm tra lại không đạt nên tệp không được dùng; hãy nộp lại tệp PDF rồi ký.");
        await using var signed = File.OpenRead(path);
        var kept = await vault.SaveAsync(signed, ct);
        if (!kept.Ok)
            return Result<string>.Fail(kept.Problems);
        await read.HandleAsync(kept.Value.Sha256, ct);
        await NoteUseAsync(key, fileName, kept.Value.Sha256, ct);
        return kept.Value.Sha256;
    }

    private async Task<bool> IsRightAsync(string path, string field, CancellationToken ct)
    {
        using var signed = PdfSource.FromFile(path);
        var findings = await judge.HandleAsync(signed, time.GetUtcNow(), ct);
        var made = findings.Signatures.FirstOrDefault(signature => signature.Field == field);
        return made is { Crypto: CryptoVerdict.Valid, Coverage: Coverage.Whole } && findings.Overall != OverallVerdict.Invalid;
    }

    private Task<Result> NoteUseAsync(SigningKey key, string fileName, string sha256, CancellationToken ct) =>
        work.RunAsync(
            () =>
            {
                audit.Record("signing.key-used", key.Id, $"Ký bằng chứng thư {key.Name}: {fileName}, tệp {sha256}");
                return Task.FromResult(Result.Success);
            },
            ct
        );
}
