using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Places;
using DoanKet.Modules.Signing.Rounds;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Sealing;

/// <summary>
/// Fills number and day into the fields that the first signature laid out, and signs for the unit with its seal: at once where its key is
/// on the server, else by a round that asks for it.
/// </summary>
internal sealed class AgencySealer(
    UnionDb db,
    HeldKeys keys,
    KeyWays ways,
    OpenKey openKey,
    SignFile sign,
    StartRound start,
    IFileReader reader,
    IBlobStore blobs,
    TimeProvider time
) : IDocumentSealer
{
    private const string Unsigned =
        "Tệp chưa có chữ ký số của người có thẩm quyền, nên chưa ký số của cơ quan được (Điều 32, 33 Nghị định 30/2020/NĐ-CP).";

    private const string Original = "Tệp đã có chữ ký số, là văn bản điện tử gốc: hãy gửi thẳng tệp này, không cần sao.";

    private const string NoKey = "Cơ quan chưa có chứng thư số dùng được trên phần mềm; hãy thêm ở “Chữ ký số cơ quan”.";

    public async Task<SigningWay?> WayAsync(Guid unitId, CancellationToken ct) =>
        await keys.UsableAsync(KeyHolder.Unit(unitId), ct) is { } key ? ways.Of(key) : null;

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

    public Task<Result<SealOutcome>> SealAsync(
        SealRequest request,
        string? secret,
        Func<CancellationToken, Task<Result<GivenNumber>>> number,
        CancellationToken ct
    )
    {
        return SignAsync(request.UnitId, request.Paper with { Act = RoundAct.Seal }, secret, CompleteAsync, ct);

        async Task<Result> CompleteAsync(PaperOfRound paper, SigningKey key, PaperText text, PdfSource file)
        {
            if (key.Picture is null || key.SealWidth is null)
                return Result.Fail("Chưa có hình con dấu; hãy thêm ở “Chữ ký số cơ quan”.");
            if (!PdfPages.IsSigned(file))
                return Result.Fail(Unsigned);
            if (new SealDrawing(text, file).Problem(request.HeldNumber) is { Length: > 0 } problem)
                return Result.Fail(problem);
            var given = await number(ct);
            if (given.Ok)
                (paper.NumberText, paper.NumberDay) = (given.Value.Text, given.Value.Day);
            return given;
        }
    }

    public Task<Result<SealOutcome>> SignCopyAsync(CopyRequest request, string? secret, CancellationToken ct) =>
        SignAsync(
            request.UnitId,
            request.Paper with
            {
                Act = RoundAct.Copy,
            },
            secret,
            (paper, _, _, file) =>
            {
                (paper.CopyForm, paper.CopyUnit) = (request.Form, request.UnitName);
                return Task.FromResult(PdfPages.IsSigned(file) ? Result.Fail(Original) : Result.Success);
            },
            ct
        );

    /// <param name="complete">Says what is to be seen, or why the file cannot be signed; called when the key is open, or will be asked
    /// for.</param>
    private async Task<Result<SealOutcome>> SignAsync(
        Guid unitId,
        RoundPaper given,
        string? secret,
        Func<PaperOfRound, SigningKey, PaperText, PdfSource, Task<Result>> complete,
        CancellationToken ct
    )
    {
        var holder = KeyHolder.Unit(unitId);
        if (await keys.UsableAsync(holder, ct) is not { } key || ways.Of(key) is not { } way)
            return Result<SealOutcome>.Fail(NoKey);
        var paper = PaperOfRound.From(given);
        if (!way.IsHere)
        {
            var looked = await LookAsync(paper, key, complete, ct);
            var begun = looked.Ok ? await start.HandleAsync(key, [paper], new(null, secret), ct) : Result<string>.Fail(looked.Problems);
            return begun.Ok ? new SealOutcome(null, begun.Value) : Result<SealOutcome>.Fail(begun.Problems);
        }
        var opened = await openKey.HandleAsync(holder, secret, ct);
        if (!opened.Ok)
            return Result<SealOutcome>.Fail(opened.Problems);
        using var open = opened.Value.Key;
        var made = await sign.HandleAsync(opened.Value, given.Sha256, given.FileName, DrawAsync, ct);
        return made.Ok
            ? new SealOutcome(SignatureRecord.Of(given.Act, made.Value, key, given.FileName, time.UtcDateTime()), null)
            : Result<SealOutcome>.Fail(made.Problems);

        async Task<Result<SigningOptions>> DrawAsync(PaperText text, PdfSource file, SigningOptions plain)
        {
            var completed = await complete(paper, key, text, file);
            return completed.Ok ? PaperDrawing.Draw(paper, key, text, file, plain) : Result<SigningOptions>.Fail(completed.Problems);
        }
    }

    private async Task<Result> LookAsync(
        PaperOfRound paper,
        SigningKey key,
        Func<PaperOfRound, SigningKey, PaperText, PdfSource, Task<Result>> complete,
        CancellationToken ct
    )
    {
        try
        {
            using var local = await blobs.LocalAsync(paper.Sha256!, ct);
            var text = await PaperText.ReadAsync(reader, local.Path, ct);
            using var file = PdfSource.FromFile(local.Path);
            return await complete(paper, key, text, file);
        }
        catch (Exception e) when (e is PdfFormatException or PdfRefusedException)
        {
            return Result.Fail(Refusal.Explain(e)!);
        }
    }
}
