using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using DoanKet.PaperForms;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>Sổ đăng ký văn bản đến (phụ lục IV, mục VI).</summary>
internal sealed class IncomingRegister(UnionDb db, NameHandlers handlers, ArrivalBooks books, DocumentKinds kinds) : IRegister
{
    public string Slug => "den";

    public string Title(string bookCode, int year) => books.Name(bookCode, year);

    public bool NamesNumbers => true;

    public int LinkColumn => 5;

    public IReadOnlyList<PaperColumn> Columns { get; } =
    [
        new("Ngày đến", 8.2f, CellAlign.Centre),
        new("Số đến", 4.5f, CellAlign.Centre),
        new("Tác giả", 12.5f),
        new("Số, ký hiệu văn bản", 11.5f),
        new("Ngày tháng văn bản", 8.2f, CellAlign.Centre),
        new("Tên loại và trích yếu nội dung văn bản", 22),
        new("Đơn vị hoặc người nhận", 13),
        new("Ngày chuyển", 8.2f, CellAlign.Centre),
        new("Ký nhận", 5),
        new("Ghi chú", 7),
    ];

    public async Task<IReadOnlyList<RegisterRow>> ReadAsync(RegisterQuery query, int after, int take, CancellationToken ct)
    {
        var lines = await db.InBook(query)
            .Following(after, take)
            .Select(d => new
            {
                d.Id,
                d.ArrivalNumber,
                d.ArrivalDate,
                d.Issuer,
                d.NumberText,
                d.IssuedOn,
                d.KindCode,
                d.Subject,
                d.Note,
                d.BookRemark,
            })
            .ToListAsync(ct);
        var given = await handlers.ForAsync([.. lines.Select(l => l.Id)], ct);
        return
        [
            .. lines.Select(l =>
            {
                var to = given.GetValueOrDefault(l.Id);
                return new RegisterRow(
                    l.ArrivalNumber!.Value,
                    $"/van-ban/den/{l.Id}",
                    [
                        l.ArrivalDate?.Show() ?? "",
                        RegisterWording.Number(l.ArrivalNumber.Value),
                        l.Issuer,
                        l.NumberText,
                        l.IssuedOn?.Show() ?? "",
                        kinds.KindAndSubject(l.KindCode, l.Subject),
                        to?.Names ?? "",
                        to?.GivenOn.Show() ?? "",
                        "",
                        IncomingDocument.BookNote(l.Note, l.BookRemark),
                    ]
                );
            }),
        ];
    }

    public async Task<int> LastNumberAsync(RegisterQuery query, CancellationToken ct) =>
        await db.InBook(query).MaxAsync(d => d.ArrivalNumber, ct) ?? 0;

    public Task<RegisterSpan> SpanAsync(RegisterQuery query, CancellationToken ct) => db.InBook(query).SpanAsync(ct);
}
