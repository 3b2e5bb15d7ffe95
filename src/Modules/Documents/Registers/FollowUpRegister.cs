using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using DoanKet.PaperForms;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>Sổ theo dõi giải quyết văn bản đến (phụ lục IV, mục VIII).</summary>
internal sealed class FollowUpRegister(UnionDb db, NameHandlers handlers, DocumentKinds kinds, TimeProvider time) : IRegister
{
    public string Slug => "theo-doi";

    public string Title(string bookCode, int year) => "Sổ theo dõi giải quyết văn bản đến";

    public bool NamesNumbers => false;

    public int LinkColumn => 1;

    public IReadOnlyList<PaperColumn> Columns { get; } =
    [
        new("Số đến", 5, CellAlign.Centre),
        new("Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản", 30),
        new("Đơn vị hoặc người nhận", 20),
        new("Thời hạn giải quyết", 9, CellAlign.Centre),
        new("Tiến độ giải quyết", 15),
        new("Số, ký hiệu văn bản trả lời", 11),
        new("Ghi chú", 10),
    ];

    public async Task<IReadOnlyList<RegisterRow>> ReadAsync(RegisterQuery query, int after, int take, CancellationToken ct)
    {
        var outgoing = db.Outgoing;
        var lines = await db.InBook(query)
            .Following(after, take)
            .Select(d => new
            {
                d.Id,
                d.ArrivalNumber,
                d.KindCode,
                d.NumberText,
                d.IssuedOn,
                d.Issuer,
                d.DueOn,
                d.State,
                d.DoneAt,
                d.Note,
                d.BookRemark,
                Answer = outgoing.Where(o => o.Id == d.AnswerId).Select(o => o.NumberText).FirstOrDefault(),
            })
            .ToListAsync(ct);
        var given = await handlers.ForAsync([.. lines.Select(l => l.Id)], ct);
        return
        [
            .. lines.Select(l => new RegisterRow(
                l.ArrivalNumber!.Value,
                $"/van-ban/den/{l.Id}",
                [
                    RegisterWording.Number(l.ArrivalNumber.Value),
                    RegisterWording.Heading(kinds.Name(l.KindCode), l.NumberText, l.IssuedOn, l.Issuer),
                    given.GetValueOrDefault(l.Id)?.Names ?? "",
                    l.DueOn?.Show() ?? "",
                    Progress(l.State, l.DueOn, l.DoneAt),
                    l.Answer ?? "",
                    IncomingDocument.BookNote(l.Note, l.BookRemark),
                ]
            )),
        ];
    }

    public async Task<int> LastNumberAsync(RegisterQuery query, CancellationToken ct) =>
        await db.InBook(query).MaxAsync(d => d.ArrivalNumber, ct) ?? 0;

    public Task<RegisterSpan> SpanAsync(RegisterQuery query, CancellationToken ct) => db.InBook(query).SpanAsync(ct);

    private string Progress(IncomingState state, DateOnly? due, DateTime? doneAt)
    {
        var done = state == IncomingState.Done && doneAt is { } at ? VietnamTime.DateOf(at) : (DateOnly?)null;
        var words = done is { } day ? $"{state.Name()} ngày {day.Show()}" : state.Name();
        return due < (done ?? time.Today()) ? words + ", quá hạn" : words;
    }
}
