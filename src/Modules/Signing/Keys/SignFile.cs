using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Settings;
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

/// <summary>Signs a kept PDF file with a key that was opened.</summary>
internal sealed class SignFile(
    PlainSignature plain,
    KeepSigned keep,
    IFileReader reader,
    IBlobStore blobs,
    DataFolder data,
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
            var kept = await keep.HandleAsync(path, made.Value.FieldName, key.Row, fileName, ct);
            return kept.Ok
                ? new MadeSignature(kept.Value, plain.WantsTimeStamp && made.Value.Level == PadesLevel.B)
                : Result<MadeSignature>.Fail(kept.Problems);
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

    private async Task<Result<SigningResult>> WriteAsync(
        OpenKey.Opened key,
        string sha256,
        string path,
        DrawSignature draw,
        CancellationToken ct
    )
    {
        using var before = await blobs.LocalAsync(sha256, ct);
        var text = await PaperText.ReadAsync(reader, before.Path, ct);
        using var input = PdfSource.FromFile(before.Path);
        var drawn = await draw(text, input, plain.Options(key.Row));
        if (!drawn.Ok)
            return Result<SigningResult>.Fail(drawn.Problems);
        await using var output = File.Create(path);
        var result = await new PdfSigner(key.Key).SignAsync(input, output, drawn.Value, ct);
        foreach (var warning in result.Warnings)
            log.LogWarning("Signed at level {Level}: {Warning}", result.Level, warning);
        return Result.Of(result);
    }
}
