using DoanKet.Kernel;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Catalogues;

/// <summary>The kinds of documents, kept by the administrator.</summary>
internal sealed class KindCatalogue(UnionDb db, CatalogueMemory memory, TimeProvider time) : Catalogue<KindEntry>(db, memory, time)
{
    private readonly UnionDb _db = db;

    public override string Slug => "loai-van-ban";

    public override string Name => "Loại văn bản";

    public override string Help =>
        "Tên loại để chọn khi vào sổ và soạn thảo. Chữ viết tắt đứng trong ký hiệu; để trống thì ký hiệu chỉ có tên cơ quan, như công văn. "
        + "Loại đã hết hiệu lực không chọn được nữa; văn bản cũ vẫn giữ tên loại.";

    protected override IReadOnlyList<CatalogueField<KindEntry>> Own { get; } =
    [
        CatalogueField<KindEntry>.For(kind => kind.Code, "Mã", KindEntry.MaxCode, isKey: true),
        CatalogueField<KindEntry>.For(kind => kind.Name, "Tên loại", KindEntry.MaxName),
        CatalogueField<KindEntry>.For(kind => kind.Abbreviation, "Chữ viết tắt", KindEntry.MaxAbbreviation, isRequired: false),
        CatalogueField<KindEntry>.For(kind => kind.IsDrafted, "Đơn vị soạn"),
        CatalogueField<KindEntry>.For(kind => kind.Ordinal, "Thứ tự"),
    ];

    /// <summary>Code and abbreviation stand in addresses and in numbers.</summary>
    protected override Task CheckAsync(KindEntry wished, Check check, CancellationToken ct)
    {
        check
            .That(wished.Code.All(char.IsLetterOrDigit), nameof(wished.Code), "Mã chỉ gồm chữ cái và chữ số, ví dụ QyĐ.")
            .That(
                wished.Abbreviation.All(char.IsLetterOrDigit),
                nameof(wished.Abbreviation),
                "Chữ viết tắt chỉ gồm chữ cái và chữ số, ví dụ QyĐ."
            );
        return Task.CompletedTask;
    }

    protected override KindEntry Make() => new() { Id = Ids.New() };

    protected override IOrderedEnumerable<KindEntry> Sort(IEnumerable<KindEntry> rows) =>
        rows.OrderBy(kind => kind.Ordinal).ThenBy(kind => kind.Name, StringComparer.Ordinal).ThenBy(kind => kind.ValidFrom);

    protected override async Task<bool> IsUsedAsync(KindEntry row, CancellationToken ct) =>
        await _db.Incoming.AnyAsync(document => document.KindCode == row.Code, ct)
        || await _db.Outgoing.AnyAsync(document => document.KindCode == row.Code, ct);
}
