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
    private const string Unsigned =
        "Tệp chưa có chữ ký số của người có thẩm quyền, nên chưa ký số của cơ quan được (Điều 32, 33 Nghị định 30/2020/NĐ-CP).";

    private const string Original = "Tệp đã có chữ ký số, là văn bản điện tử gốc: hãy gửi thẳng tệp này, không cần sao.";

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
        if (await LookAsync(request.Sha256, isSigned: true, Unsigned, ct) is { Length: > 0 } problem)
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
        return Outcome(made, row, request.FileName, "-phat-hanh.pdf");
    }

    public async Task<Result<SigningOutcome>> SignCopyAsync(CopyRequest request, string? secret, CancellationToken ct)
    {
        var opened = await openKey.HandleAsync(KeyHolder.Unit(request.UnitId), secret, ct);
        if (!opened.Ok)
            return Result<SigningOutcome>.Fail(opened.Problems);
        using var key = opened.Value.Key;
        if (await LookAsync(request.Sha256, isSigned: false, Original, ct) is { Length: > 0 } problem)
            return Result<SigningOutcome>.Fail(problem);
        var made = await sign.HandleAsync(
            opened.Value,
            request.Sha256,
            request.FileName,
            (_, file, plain) => plain with { Look = CopyDrawing.Draw(file, request, plain.Time) },
            ct
        );
        return Outcome(made, opened.Value.Row, request.FileName, "-ban-sao.pdf");
    }

    private Result<SigningOutcome> Outcome(Result<MadeSignature> made, SigningKey key, string fileName, string ending)
    {
        if (!made.Ok)
            return Result<SigningOutcome>.Fail(made.Problems);
        var how = $"Chữ ký số cơ quan, chứng thư {key.Name}{(made.Value.LacksTimeStamp ? ", máy chủ dấu thời gian không trả lời" : "")}";
        return new SigningOutcome(made.Value.Sha256, Path.GetFileNameWithoutExtension(fileName) + ending, how, time.UtcDateTime());
    }

    /// <param name="isSigned">Whether somebody must have signed it, or nobody may.</param>
    /// <param name="otherwise">What to say where it is not so.</param>
    /// <returns>Why the file cannot be signed; empty where it can.</returns>
    private async Task<string> LookAsync(string sha256, bool isSigned, string otherwise, CancellationToken ct)
    {
        try
        {
            using var kept = await blobs.LocalAsync(sha256, ct);
            using var file = PdfSource.FromFile(kept.Path);
            return PdfPages.IsSigned(file) == isSigned ? "" : otherwise;
        }
        catch (Exception e) when (e is PdfFormatException or PdfRefusedException)
        {
            return Refusal.Explain(e)!;
        }
    }
}
