using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Sealing;

/// <summary>Fills number and day into the fields that the first signature laid out, and signs for the unit with its seal.</summary>
internal sealed class AgencySealer(HeldKeys keys, OpenKey openKey, SignFile sign, IBlobStore blobs, TimeProvider time) : IDocumentSealer
{
    public async Task<bool> IsReadyAsync(Guid unitId, CancellationToken ct)
    {
        var (holder, now) = (KeyHolder.Unit(unitId), time.UtcDateTime());
        return await keys.MayUseAsync(holder, ct) && await keys.Of(holder).AnyAsync(key => key.Until > now, ct);
    }

    public async Task<Result<SigningOutcome>> SealAsync(
        SealRequest request,
        string? secret,
        Func<CancellationToken, Task<Result<GivenNumber>>> number,
        CancellationToken ct
    )
    {
        var opened = await openKey.HandleAsync(KeyHolder.Unit(request.UnitId), secret, ct);
        if (!opened.Ok)
            return Result<SigningOutcome>.Fail(opened.Problems);
        using var key = opened.Value.Key;
        var row = opened.Value.Row;
        if (row.Picture is not { } png || row.SealWidth is not { } sealWidth)
            return Result<SigningOutcome>.Fail("Chưa có hình con dấu; hãy thêm ở “Chữ ký số cơ quan”.");
        if (await LookAsync(request.Sha256, ct) is { Length: > 0 } problem)
            return Result<SigningOutcome>.Fail(problem);
        var given = await number(ct);
        if (!given.Ok)
            return Result<SigningOutcome>.Fail(given.Problems);

        var made = await sign.HandleAsync(
            opened.Value,
            request.Sha256,
            request.FileName,
            (text, file, plain) =>
                SealDrawing.Draw(text, file, plain, request.SignerName, given.Value, SignatureImage.FromPng(png), sealWidth),
            ct
        );
        if (!made.Ok)
            return Result<SigningOutcome>.Fail(made.Problems);
        var name = Path.GetFileNameWithoutExtension(request.FileName) + "-phat-hanh.pdf";
        var how = $"Chữ ký số cơ quan, chứng thư {row.Name}{(made.Value.LacksTimeStamp ? ", máy chủ dấu thời gian không trả lời" : "")}";
        return new SigningOutcome(made.Value.Sha256, name, how, time.UtcDateTime());
    }

    /// <returns>Why the file cannot be sealed; empty where it can.</returns>
    private async Task<string> LookAsync(string sha256, CancellationToken ct)
    {
        try
        {
            using var kept = await blobs.LocalAsync(sha256, ct);
            using var file = PdfSource.FromFile(kept.Path);
            return PdfPages.IsSigned(file)
                ? ""
                : "Tệp chưa có chữ ký số của người có thẩm quyền, nên chưa ký số của cơ quan được (Điều 32, 33 Nghị định 30/2020/NĐ-CP).";
        }
        catch (Exception e) when (e is PdfFormatException or PdfRefusedException)
        {
            return Refusal.Explain(e)!;
        }
    }
}
