using DoanKet.Kernel;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Catalogues;

/// <summary>How symbols are put together, kept by the administrator.</summary>
internal sealed class NotationCatalogue(UnionDb db, CatalogueMemory memory, DocumentKinds kinds, TimeProvider time)
    : Catalogue<NotationRule>(db, memory, time)
{
    private readonly UnionDb _db = db;

    public override string Slug => "ky-hieu-van-ban";

    public override string Name => "Ký hiệu văn bản";

    public override string Help =>
        $"Cách ghi ký hiệu khi cấp số: {NotationRule.Kind} là chữ viết tắt tên loại, {NotationRule.Issuer} là ký hiệu cơ quan ban hành, "
        + $"{NotationRule.DraftingUnit} là ký hiệu đơn vị soạn thảo. Để trống mã đơn vị hoặc mã loại nếu áp dụng cho tất cả; dòng nêu rõ "
        + "hơn được dùng trước.";

    protected override IReadOnlyList<CatalogueField<NotationRule>> Own { get; } =
    [
        CatalogueField<NotationRule>.For(rule => rule.UnitCode, "Mã đơn vị", NotationRule.MaxUnitCode, isRequired: false, isKey: true),
        CatalogueField<NotationRule>.For(rule => rule.KindCode, "Mã loại văn bản", KindEntry.MaxCode, isRequired: false, isKey: true),
        CatalogueField<NotationRule>.For(rule => rule.Pattern, "Cách ghi ký hiệu", NotationRule.MaxPattern),
    ];

    protected override async Task CheckAsync(NotationRule wished, Check check, CancellationToken ct)
    {
        var left = Notations.Write(wished.Pattern, "K", "C", "D");
        check
            .That(
                wished.Pattern.Contains(NotationRule.Issuer, StringComparison.Ordinal),
                nameof(wished.Pattern),
                $"Cách ghi phải có {NotationRule.Issuer}, ví dụ {Notations.Usual}."
            )
            .That(
                left.All(c => char.IsLetterOrDigit(c) || c is '-' or '/' or '&' or '.'),
                nameof(wished.Pattern),
                $"Chỉ dùng {NotationRule.Kind}, {NotationRule.Issuer}, {NotationRule.DraftingUnit}, chữ, số và dấu gạch ngang."
            )
            .That(
                wished.KindCode.Length == 0 || kinds.Find(wished.KindCode) is not null,
                nameof(wished.KindCode),
                "Không có loại văn bản mang mã này; xem danh mục Loại văn bản."
            )
            .That(
                wished.UnitCode.Length == 0 || await _db.Units.AnyAsync(u => u.Code == wished.UnitCode, ct),
                nameof(wished.UnitCode),
                "Không có đơn vị mang mã này."
            );
    }

    protected override NotationRule Make() => new() { Id = Ids.New() };

    protected override IOrderedEnumerable<NotationRule> Sort(IEnumerable<NotationRule> rows) =>
        rows.OrderBy(rule => rule.UnitCode, StringComparer.Ordinal)
            .ThenBy(rule => rule.KindCode, StringComparer.Ordinal)
            .ThenBy(rule => rule.ValidFrom);

    /// <summary>Numbers keep the symbol with which they were given.</summary>
    protected override Task<bool> IsUsedAsync(NotationRule row, CancellationToken ct) => Task.FromResult(false);
}
