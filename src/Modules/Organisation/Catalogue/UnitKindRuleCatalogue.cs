using DoanKet.Kernel;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Catalogue;

/// <summary>Which kind of unit may stand under which.</summary>
internal sealed class UnitKindRuleCatalogue(UnionDb db, CatalogueMemory memory, TimeProvider time)
    : Catalogue<UnitKindRule>(db, memory, time)
{
    private readonly UnionDb _db = db;

    public override string Slug => "cap-don-vi";

    public override string Name => "Đơn vị nào lập dưới đơn vị nào";

    public override string Help =>
        "Mỗi dòng cho phép lập một loại đơn vị dưới một loại khác trong một thời gian. Ô “Dưới loại” để trống: đơn vị đứng đầu.";

    protected override IReadOnlyList<CatalogueField<UnitKindRule>> Own { get; } =
    [
        CatalogueField<UnitKindRule>.For(rule => rule.ChildKind, "Mã loại", UnitKind.MaxCode, isKey: true),
        CatalogueField<UnitKindRule>.For(rule => rule.ParentKind, "Dưới loại (mã)", UnitKind.MaxCode, isRequired: false, isKey: true),
    ];

    protected override UnitKindRule Make() => new() { Id = Ids.New() };

    protected override async Task CheckAsync(UnitKindRule wished, Check check, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(wished.ParentKind))
            wished.ParentKind = null;
        var known = await _db.Set<UnitKind>().Select(kind => kind.Code).ToListAsync(ct);
        check
            .That(known.Contains(wished.ChildKind), nameof(wished.ChildKind), $"Không có loại đơn vị mang mã “{wished.ChildKind}”.")
            .That(
                wished.ParentKind is null || known.Contains(wished.ParentKind),
                nameof(wished.ParentKind),
                $"Không có loại đơn vị mang mã “{wished.ParentKind}”."
            );
    }

    protected override IOrderedEnumerable<UnitKindRule> Sort(IEnumerable<UnitKindRule> rows) =>
        rows.OrderBy(rule => rule.ParentKind, StringComparer.Ordinal)
            .ThenBy(rule => rule.ChildKind, StringComparer.Ordinal)
            .ThenBy(rule => rule.ValidFrom);

    /// <summary>A rule says what may be founded; what was founded by it does not ask again.</summary>
    protected override Task<bool> IsUsedAsync(UnitKindRule row, CancellationToken ct) => Task.FromResult(false);
}
