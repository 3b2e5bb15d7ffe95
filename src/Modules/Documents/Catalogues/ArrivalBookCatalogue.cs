using DoanKet.Kernel;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Catalogues;

/// <summary>The incoming books, kept by the administrator.</summary>
internal sealed class ArrivalBookCatalogue(UnionDb db, CatalogueMemory memory, TimeProvider time) : Catalogue<ArrivalBook>(db, memory, time)
{
    private readonly UnionDb _db = db;

    public override string Slug => "so-van-ban-den";

    public override string Name => "Sổ văn bản đến";

    public override string Help =>
        "Các sổ mà đơn vị vào văn bản đến; mỗi sổ đánh số riêng trong từng năm. Sổ chung có mã để trống. Đổi tên từ đầu năm: cho dòng cũ "
        + "kết thúc ngày 31/12 rồi thêm dòng mới cùng mã.";

    protected override IReadOnlyList<CatalogueField<ArrivalBook>> Own { get; } =
    [
        CatalogueField<ArrivalBook>.For(book => book.Code, "Mã", ArrivalBook.MaxCode, isRequired: false, isKey: true),
        CatalogueField<ArrivalBook>.For(book => book.Name, "Tên sổ", ArrivalBook.MaxName),
    ];

    /// <summary>The code stands in addresses and in the names of counters.</summary>
    protected override Task CheckAsync(ArrivalBook wished, Check check, CancellationToken ct)
    {
        check.That(wished.Code.All(char.IsAsciiLetterOrDigit), nameof(wished.Code), "Mã chỉ gồm chữ cái không dấu và chữ số, ví dụ DT.");
        return Task.CompletedTask;
    }

    protected override ArrivalBook Make() => new() { Id = Ids.New() };

    protected override IOrderedEnumerable<ArrivalBook> Sort(IEnumerable<ArrivalBook> rows) =>
        rows.OrderBy(book => book.Code, StringComparer.Ordinal).ThenBy(book => book.ValidFrom);

    protected override Task<bool> IsUsedAsync(ArrivalBook row, CancellationToken ct) =>
        row.Code.Length == 0 ? Task.FromResult(true) : _db.Incoming.AnyAsync(document => document.BookCode == row.Code, ct);
}
