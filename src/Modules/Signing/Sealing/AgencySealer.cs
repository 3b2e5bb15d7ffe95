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
/// Fills number and day into the fields that the first signature laid out, and signs for the unit: with its seal on the paper, with number
/// or form and time on what has no seal.
/// </summary>
internal sealed class AgencySealer(UnionDb db, HeldKeys keys, KeyWays ways, SignForUnit sign, TimeProvider time) : IDocumentSealer
{
    private const string Unsigned =
        "Tệp chưa có chữ ký số của người có thẩm quyền, nên chưa ký số của cơ quan được (Điều 32, 33 Nghị định 30/2020/NĐ-CP).";

    private const string Original = "Tệp đã có chữ ký số, là văn bản điện tử gốc: hãy gửi thẳng tệp này, không cần sao.";

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
        List<PaperOfRound> papers =
        [
            .. request.Annexes.Select(annex => PaperOfRound.From(annex with { Act = RoundAct.Annex })),
            PaperOfRound.From(request.Paper with { Act = RoundAct.Seal }),
        ];
        return sign.HandleAsync(request.UnitId, papers, secret, Look, GiveNumberAsync, ct);

        string Look(PaperOfRound paper, SigningKey key, PaperText text, PdfSource file) =>
            paper.Act == RoundAct.Annex ? ""
            : key.Picture is null || key.SealWidth is null ? "Chưa có hình con dấu; hãy thêm ở “Chữ ký số cơ quan”."
            : !PdfPages.IsSigned(file) ? Unsigned
            : new SealDrawing(text, file).Problem(request.HeldNumber);

        async Task<Result> GiveNumberAsync()
        {
            var given = await number(ct);
            if (given.Ok)
                papers.ForEach(paper => (paper.NumberText, paper.NumberDay) = (given.Value.Text, given.Value.Day));
            return given;
        }
    }

    public Task<Result<SealOutcome>> SignCopyAsync(CopyRequest request, string? secret, CancellationToken ct)
    {
        var paper = PaperOfRound.From(request.Paper with { Act = RoundAct.Copy });
        (paper.CopyForm, paper.CopyUnit) = (request.Form, request.UnitName);
        return sign.HandleAsync(
            request.UnitId,
            [paper],
            secret,
            (_, _, _, file) => PdfPages.IsSigned(file) ? Original : "",
            () => Task.FromResult(Result.Success),
            ct
        );
    }
}
