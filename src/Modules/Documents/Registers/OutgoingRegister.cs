using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.PaperForms;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>Sổ đăng ký văn bản đi (phụ lục IV, mục I).</summary>
internal sealed class OutgoingRegister(UnionDb db, NameReceivers receivers, DocumentKinds kinds) : IRegister
{
    public string Slug => "di";

    public string Title(string bookCode, int year) => "Sổ đăng ký văn bản đi";

    public bool NamesNumbers => true;

    public int LinkColumn => 2;

    public IReadOnlyList<PaperColumn> Columns { get; } =
    [
        new("Số, ký hiệu văn bản", 11.5f),
        new("Ngày tháng văn bản", 8.2f, CellAlign.Centre),
        new("Tên loại và trích yếu nội dung văn bản", 23),
        new("Người ký", 10),
        new("Nơi nhận văn bản", 18),
        new("Đơn vị, người nhận bản lưu", 11),
        new("Số lượng bản", 5, CellAlign.Centre),
        new("Ngày chuyển", 8.2f, CellAlign.Centre),
        new("Ký nhận", 5),
        new("Ghi chú", 7),
    ];

    public async Task<IReadOnlyList<RegisterRow>> ReadAsync(RegisterQuery query, int after, int take, CancellationToken ct)
    {
        var lines = await InBook(query)
            .Where(d => d.Number > after)
            .OrderBy(d => d.Number)
            .Take(take)
            .Select(d => new
            {
                d.Id,
                d.Number,
                d.NumberText,
                d.IssuedOn,
                d.KindCode,
                d.Subject,
                d.SignerName,
                d.UnitId,
                d.DraftingUnitId,
                Keeper = d.DraftingUnit.Name,
                d.Copies,
                d.IssuedAt,
                d.Note,
                d.State,
                d.RecalledAt,
                d.RecallReason,
            })
            .ToListAsync(ct);
        var to = await receivers.ForAsync([.. lines.Select(l => l.Id)], ct);
        var unused = await Unused(query)
            .Where(n => n.Number > after)
            .OrderBy(n => n.Number)
            .Take(take)
            .Select(n => new RegisterRow(
                n.Number,
                "",
                new[] { n.NumberText, n.Day.Show(), "(Số không sử dụng)", "", "", "", "", "", "", n.Reason }
            ))
            .ToListAsync(ct);
        IEnumerable<RegisterRow> used =
        [
            .. lines.Select(l => new RegisterRow(
                l.Number!.Value,
                $"/van-ban/di/{l.Id}",
                [
                    l.NumberText,
                    l.IssuedOn?.Show() ?? "",
                    kinds.KindAndSubject(l.KindCode, l.Subject),
                    l.SignerName,
                    to.GetValueOrDefault(l.Id) ?? "",
                    // One original stays with the clerk, another copy with the unit that drafted it (điều 19).
                    l.DraftingUnitId == l.UnitId
                        ? "Văn thư"
                        : $"Văn thư; {l.Keeper}",
                    RegisterWording.Number(l.Copies),
                    l.IssuedAt is { } sent ? VietnamTime.DateOf(sent).Show() : "",
                    "",
                    IncomingDocument.BookNote(
                        l.Note,
                        l.RecalledAt is { } recalled ? $"Thu hồi ngày {VietnamTime.DateOf(recalled).Show()}: {l.RecallReason}"
                            : l.State == OutgoingState.Issued ? ""
                            : "Đã giữ số, chưa phát hành"
                    ),
                ]
            )),
        ];
        return [.. used.Concat(unused).OrderBy(row => row.Number).Take(take)];
    }

    public async Task<int> LastNumberAsync(RegisterQuery query, CancellationToken ct) =>
        Math.Max(await InBook(query).MaxAsync(d => d.Number, ct) ?? 0, await Unused(query).MaxAsync(n => (int?)n.Number, ct) ?? 0);

    public async Task<RegisterSpan> SpanAsync(RegisterQuery query, CancellationToken ct)
    {
        var used = await InBook(query)
            .GroupBy(_ => 1)
            .Select(g => new RegisterSpan(g.Min(d => d.Number), g.Max(d => d.Number), g.Min(d => d.IssuedOn), g.Max(d => d.IssuedOn)))
            .FirstOrDefaultAsync(ct);
        var unused = await Unused(query)
            .GroupBy(_ => 1)
            .Select(g => new RegisterSpan(g.Min(n => n.Number), g.Max(n => n.Number), g.Min(n => n.Day), g.Max(n => n.Day)))
            .FirstOrDefaultAsync(ct);
        var spans = new[] { used, unused }.OfType<RegisterSpan>().ToList();
        return new(spans.Min(s => s.FirstNumber), spans.Max(s => s.LastNumber), spans.Min(s => s.FirstDay), spans.Max(s => s.LastDay));
    }

    /// <summary>Numbers that were reserved and never used; their lines stand in the book, too.</summary>
    private IQueryable<UnusedNumber> Unused(RegisterQuery query)
    {
        var lines = db
            .UnusedNumbers.AsNoTracking()
            .Where(n => n.UnitId == query.UnitId && n.Year == query.Year && n.BookCode == query.BookCode);
        if (query.FirstNumber is { } first)
            lines = lines.Where(n => n.Number >= first);
        if (query.LastNumber is { } last)
            lines = lines.Where(n => n.Number <= last);
        if (query.From is { } from)
            lines = lines.Where(n => n.Day >= from);
        if (query.To is { } to)
            lines = lines.Where(n => n.Day <= to);
        return lines;
    }

    private IQueryable<OutgoingDocument> InBook(RegisterQuery query)
    {
        var lines = db
            .Outgoing.AsNoTracking()
            .Where(d => d.UnitId == query.UnitId && d.Year == query.Year && d.BookCode == query.BookCode && d.Number != null);
        if (query.FirstNumber is { } first)
            lines = lines.Where(d => d.Number >= first);
        if (query.LastNumber is { } last)
            lines = lines.Where(d => d.Number <= last);
        if (query.From is { } from)
            lines = lines.Where(d => d.IssuedOn >= from);
        if (query.To is { } to)
            lines = lines.Where(d => d.IssuedOn <= to);
        return lines;
    }
}
