using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Settings;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Pades;
using Microsoft.Extensions.Logging;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>Puts the value of the key into one paper, verifies and keeps the file.</summary>
internal sealed class FinishPaper(
    PlainSignature plain,
    KeepSigned keep,
    IBlobStore blobs,
    DataFolder data,
    TimeProvider time,
    ILogger<FinishPaper> log
)
{
    public async Task<Result<SigningOutcome>> HandleAsync(PaperOfRound paper, SigningKey key, CancellationToken ct)
    {
        var path = Path.Combine(data.Temporary, Ids.New().ToString("N"));
        try
        {
            var prepared = PreparedSignature.FromBytes(paper.Prepared);
            var timeStamp = await StampAsync(prepared, paper.Value!, ct);
            await WriteAsync(paper, path, prepared.Complete(paper.Value!, timeStamp), ct);
            var kept = await keep.HandleAsync(path, prepared.FieldName, key, paper.FileName, ct);
            if (!kept.Ok)
                return Result<SigningOutcome>.Fail(kept.Problems);
            var made = new MadeSignature(kept.Value, plain.WantsTimeStamp && timeStamp is null);
            return SignatureRecord.Of(paper.Act, made, key, paper.FileName, time.UtcDateTime());
        }
        catch (Exception e) when (e is PdfFormatException or PdfRefusedException)
        {
            return Result<SigningOutcome>.Fail(Refusal.Explain(e)!);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <returns>Null where there is none to be had: that costs the level, not the signature.</returns>
    private async Task<byte[]?> StampAsync(PreparedSignature prepared, byte[] value, CancellationToken ct)
    {
        try
        {
            return plain.TimeStamps is { } source ? await prepared.StampAsync(source, value, ct) : null;
        }
        catch (TimeStampFailedException failure)
        {
            log.LogWarning("Signed without a time-stamp: {Reason}", failure.Message);
            return null;
        }
    }

    private async Task WriteAsync(PaperOfRound paper, string path, byte[] appended, CancellationToken ct)
    {
        using var before = await blobs.LocalAsync(paper.Sha256!, ct);
        await using var output = File.Create(path);
        await using (var input = File.OpenRead(before.Path))
            await input.CopyToAsync(output, ct);
        await output.WriteAsync(appended, ct);
    }
}
