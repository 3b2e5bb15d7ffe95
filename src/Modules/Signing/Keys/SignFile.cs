using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Settings;
using DoanKet.Modules.Signing.Checking;
using DoanKet.Modules.Signing.Places;
using DoanKet.Pades;
using Microsoft.Extensions.Logging;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>A signature that was made and kept.</summary>
/// <param name="LacksTimeStamp">A server is set, and did not answer.</param>
internal sealed record MadeSignature(string Sha256, bool LacksTimeStamp);

/// <summary>Says what is seen of a signature, or why it is not made; nothing is signed yet.</summary>
/// <param name="plain">Without anything that is seen.</param>
internal delegate Task<Result<SigningOptions>> DrawSignature(PaperText text, PdfSource file, SigningOptions plain);

/// <summary>
/// Signs a kept PDF file with a key that was opened. What was made is verified before anybody gets it, and each use of the key stands in
/// the log.
/// </summary>
internal sealed class SignFile(
    Work work,
    AuditTrail audit,
    JudgeFile judge,
    IFileReader reader,
    IBlobStore blobs,
    FileVault vault,
    ReadFile read,
    DataFolder data,
    IEnumerable<ITimeStampSource> timeStamps,
    TimeProvider time,
    ILogger<SignFile> log
)
{
    public async Task<Result<MadeSignature>> HandleAsync(
        OpenKey.Opened key,
        string sha256,
        string fileName,
        DrawSignature draw,
        CancellationToken ct
    )
    {
        var path = Path.Combine(data.Temporary, Ids.New().ToString("N"));
        try
        {
            var made = await WriteAsync(key, sha256, path, draw, ct);
            if (!made.Ok)
                return Result<MadeSignature>.Fail(made.Problems);
            await using var signed = File.OpenRead(path);
            var kept = await vault.SaveAsync(signed, ct);
            if (!kept.Ok)
                return Result<MadeSignature>.Fail(kept.Problems);
            await read.HandleAsync(kept.Value.Sha256, ct);
            await NoteUseAsync(key.Row, fileName, kept.Value.Sha256, ct);
            return new MadeSignature(kept.Value.Sha256, timeStamps.Any() && made.Value == PadesLevel.B);
        }
        catch (Exception e) when (e is PdfFormatException or PdfRefusedException)
        {
            return Result<MadeSignature>.Fail(Refusal.Explain(e)!);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<Result<PadesLevel>> WriteAsync(
        OpenKey.Opened key,
        string sha256,
        string path,
        DrawSignature draw,
        CancellationToken ct
    )
    {
        using var before = await blobs.LocalAsync(sha256, ct);
        var text = await PaperText.ReadAsync(reader, before.Path, ct);
        var now = time.GetUtcNow();
        SigningResult result;
        using (var input = PdfSource.FromFile(before.Path))
        {
            var plain = new SigningOptions
            {
                Time = now.ToOffset(VietnamTime.Zone.GetUtcOffset(now)),
                SignerName = key.Row.Name,
                TimeStamps = timeStamps.FirstOrDefault(),
                Level = timeStamps.Any() ? PadesLevel.T : PadesLevel.B,
            };
            var drawn = await draw(text, input, plain);
            if (!drawn.Ok)
                return Result<PadesLevel>.Fail(drawn.Problems);
            await using var output = File.Create(path);
            result = await new PdfSigner(key.Key).SignAsync(input, output, drawn.Value, ct);
        }
        foreach (var warning in result.Warnings)
            log.LogWarning("Signed at level {Level}: {Warning}", result.Level, warning);
        using var signed = PdfSource.FromFile(path);
        var findings = await judge.HandleAsync(signed, now, ct);
        var made = findings.Signatures.FirstOrDefault(signature => signature.Field == result.FieldName);
        var isRight = made is { Crypto: CryptoVerdict.Valid, Coverage: Coverage.Whole } && findings.Overall != OverallVerdict.Invalid;
        return isRight
            ? result.Level
            : Result<PadesLevel>.Fail("Ký xong kiểm tra lại không đạt nên tệp không được dùng; hãy nộp lại tệp PDF rồi ký.");
    }

    private Task<Result> NoteUseAsync(SigningKey row, string fileName, string sha256, CancellationToken ct) =>
        work.RunAsync(
            () =>
            {
                audit.Record("signing.key-used", row.Id, $"Ký bằng chứng thư {row.Name}: {fileName}, tệp {sha256}");
                return Task.FromResult(Result.Success);
            },
            ct
        );
}
