using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Places;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Sealing;

/// <summary>Fills number and day into the fields that the first signature laid out, and signs for the unit with its seal.</summary>
internal sealed class AgencySealer(UnionDb db, HeldKeys keys, OpenKey openKey, SignFile sign, TimeProvider time) : IDocumentSealer
{
    private const string Unsigned =
        "Tệp chưa có chữ ký số của người có thẩm quyền, nên chưa ký số của cơ quan được (Điều 32, 33 Nghị định 30/2020/NĐ-CP).";

    private const string Original = "Tệp đã có chữ ký số, là văn bản điện tử gốc: hãy gửi thẳng tệp này, không cần sao.";

    public async Task<bool> IsReadyAsync(Guid unitId, CancellationToken ct)
    {
        var (holder, now) = (KeyHolder.Unit(unitId), time.UtcDateTime());
        return await keys.MayUseAsync(holder, ct) && await keys.Of(holder).AnyAsync(key => key.Until > now, ct);
    }

    public async Task<string> MissingBlanksAsync(Guid unitId, string sha256, CancellationToken ct)
    {
        var now = time.UtcDateTime();
        if (!await keys.Of(KeyHolder.Unit(unitId)).AnyAsync(key => key.Until > now, ct))
            return "";
        var heading = await db.Set<FileText>()
            .AsNoTracking()
            .Where(text => text.Sha256 == sha256)
            .Select(text => text.Heading)
            .FirstOrDefaultAsync(ct);
        var missing = string.IsNullOrWhiteSpace(heading) ? [] : NumberPlaces.MissingIn(heading);
        return missing.Count == 0
            ? ""
            : $"Trên trang đầu chưa thấy chỗ trống để ghi {string.Join(" và ", missing)}, nên ký số xong sẽ không ghi được vào tệp. "
                + "Hãy trả lại để người soạn chừa chỗ trống (ít nhất 6 dấu cách) rồi xuất lại PDF, hoặc giữ số trước khi trình ký.";
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
        var made = await sign.HandleAsync(opened.Value, request.Sha256, request.FileName, DrawAsync, ct);
        return Outcome(made, row, request.FileName, "-phat-hanh.pdf");

        async Task<Result<SigningOptions>> DrawAsync(PaperText text, PdfSource file, SigningOptions plain)
        {
            if (!PdfPages.IsSigned(file))
                return Result<SigningOptions>.Fail(Unsigned);
            var drawing = new SealDrawing(text, file);
            if (drawing.Problem(request.HeldNumber) is { Length: > 0 } problem)
                return Result<SigningOptions>.Fail(problem);
            var given = await number(ct);
            return given.Ok
                ? drawing.With(plain, given.Value, request.SignerName, SignatureImage.FromPng(png), sealWidth)
                : Result<SigningOptions>.Fail(given.Problems);
        }
    }

    public async Task<Result<SigningOutcome>> SignCopyAsync(CopyRequest request, string? secret, CancellationToken ct)
    {
        var opened = await openKey.HandleAsync(KeyHolder.Unit(request.UnitId), secret, ct);
        if (!opened.Ok)
            return Result<SigningOutcome>.Fail(opened.Problems);
        using var key = opened.Value.Key;
        var made = await sign.HandleAsync(opened.Value, request.Sha256, request.FileName, DrawAsync, ct);
        return Outcome(made, opened.Value.Row, request.FileName, "-ban-sao.pdf");

        Task<Result<SigningOptions>> DrawAsync(PaperText text, PdfSource file, SigningOptions plain) =>
            Task.FromResult<Result<SigningOptions>>(
                PdfPages.IsSigned(file)
                    ? Result<SigningOptions>.Fail(Original)
                    : plain with
                    {
                        Look = CopyDrawing.Draw(file, request, plain.Time),
                    }
            );
    }

    private Result<SigningOutcome> Outcome(Result<MadeSignature> made, SigningKey key, string fileName, string ending)
    {
        if (!made.Ok)
            return Result<SigningOutcome>.Fail(made.Problems);
        var how = $"Chữ ký số cơ quan, chứng thư {key.Name}{(made.Value.LacksTimeStamp ? ", máy chủ dấu thời gian không trả lời" : "")}";
        return new SigningOutcome(made.Value.Sha256, Path.GetFileNameWithoutExtension(fileName) + ending, how, time.UtcDateTime());
    }
}
