using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Catalogue;

/// <summary>The kinds of offices and enterprises in which there are unions.</summary>
internal sealed class EmployerKindCatalogue(UnionDb db, CatalogueMemory memory, TimeProvider time)
    : Catalogue<EmployerKind>(db, memory, time)
{
    private readonly UnionDb _db = db;

    public override string Slug => "loai-hinh-don-vi";

    public override string Name => "Loại hình cơ quan, doanh nghiệp";

    public override string Help => "Nơi đoàn viên làm việc thuộc loại hình nào; báo cáo tăng, giảm đoàn viên đếm theo danh mục này.";

    protected override IReadOnlyList<CatalogueField<EmployerKind>> Own { get; } =
    [
        CatalogueField<EmployerKind>.For(kind => kind.Code, "Mã", EmployerKind.MaxCode, isKey: true),
        CatalogueField<EmployerKind>.For(kind => kind.Name, "Loại hình", EmployerKind.MaxName),
        CatalogueField<EmployerKind>.For(kind => kind.Rank, "Thứ tự"),
    ];

    /// <summary>A kind has one period: units name it by its code.</summary>
    protected override bool OnePeriod => true;

    protected override IOrderedEnumerable<EmployerKind> Sort(IEnumerable<EmployerKind> rows) => rows.OrderBy(kind => kind.Rank);

    protected override Task<bool> IsUsedAsync(EmployerKind row, CancellationToken ct) =>
        _db.Units.AnyAsync(unit => unit.EmployerKindCode == row.Code, ct);
}

/// <summary>The usual kinds, when there are none yet.</summary>
internal sealed class SeedEmployerKinds(UnionDb db) : ISeed
{
    private const string Usual = "Theo báo cáo thường dùng của công đoàn; cần đối chiếu mẫu báo cáo hiện hành";

    private static readonly DateOnly Beginning = new(2021, 1, 1);

    private static readonly (string Code, string Name)[] Kinds =
    [
        ("HCSN", "Cơ quan hành chính, đơn vị sự nghiệp"),
        ("DNNN", "Doanh nghiệp nhà nước"),
        ("DNNNN", "Doanh nghiệp ngoài nhà nước"),
        ("FDI", "Doanh nghiệp có vốn đầu tư nước ngoài"),
        ("HTX", "Hợp tác xã"),
        ("NGHIEPDOAN", "Nghiệp đoàn, lao động tự do"),
    ];

    public int Order => 11;

    public async Task HandleAsync(CancellationToken ct)
    {
        if (await db.Set<EmployerKind>().AnyAsync(ct))
            return;
        foreach (var (i, (code, name)) in Kinds.Index())
            db.Add(
                new EmployerKind
                {
                    Code = code,
                    Name = name,
                    Rank = i + 1,
                    ValidFrom = Beginning,
                    Source = Usual,
                }
            );
        await db.SaveChangesAsync(ct);
    }
}
