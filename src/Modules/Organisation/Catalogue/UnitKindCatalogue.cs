using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Catalogue;

/// <summary>The kinds of units.</summary>
internal sealed class UnitKindCatalogue(UnionDb db, CatalogueMemory memory, TimeProvider time) : Catalogue<UnitKind>(db, memory, time)
{
    private readonly UnionDb _db = db;

    public override string Slug => "loai-don-vi";

    public override string Name => "Loại đơn vị";

    public override string Help =>
        "Các loại đơn vị được lập trong một thời gian. Loại đã hết ngày không lập thêm được nữa; đơn vị đã có vẫn còn. "
        + "Bộ phận dùng chung con dấu và sổ của đơn vị trên.";

    protected override IReadOnlyList<CatalogueField<UnitKind>> Own { get; } =
    [
        CatalogueField<UnitKind>.For(kind => kind.Code, "Mã", UnitKind.MaxCode, isKey: true),
        CatalogueField<UnitKind>.For(kind => kind.Name, "Tên loại", UnitKind.MaxName),
        CatalogueField<UnitKind>.For(kind => kind.Rank, "Thứ tự"),
        CatalogueField<UnitKind>.For(kind => kind.IsPartOfParent, "Bộ phận"),
    ];

    /// <summary>A kind has one period: units name it by its code.</summary>
    protected override bool OnePeriod => true;

    protected override IOrderedEnumerable<UnitKind> Sort(IEnumerable<UnitKind> rows) => rows.OrderBy(kind => kind.Rank);

    protected override async Task<bool> IsUsedAsync(UnitKind row, CancellationToken ct) =>
        await _db.Units.AnyAsync(unit => unit.KindCode == row.Code, ct)
        || await _db.Set<UnitKindRule>().AnyAsync(rule => rule.ChildKind == row.Code || rule.ParentKind == row.Code, ct);
}
