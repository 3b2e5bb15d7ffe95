using DoanKet.Kernel;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Quality;

/// <summary>The grades of unions, kept by the administrator.</summary>
internal sealed class QualityLevelCatalogue(UnionDb db, CatalogueMemory memory, TimeProvider time)
    : Catalogue<QualityLevel>(db, memory, time)
{
    private readonly UnionDb _db = db;

    public override string Slug => "xep-loai-cong-doan";

    public override string Name => "Xếp loại công đoàn";

    public override string Help => "Các mức xếp loại chất lượng công đoàn hằng năm. Năm đã xếp loại giữ tên mức của năm đó.";

    protected override IReadOnlyList<CatalogueField<QualityLevel>> Own { get; } =
    [
        CatalogueField<QualityLevel>.For(level => level.Code, "Mã", QualityLevel.MaxCode, isKey: true),
        CatalogueField<QualityLevel>.For(level => level.Name, "Mức", QualityLevel.MaxName),
        CatalogueField<QualityLevel>.For(level => level.FromPoints, "Từ (điểm)"),
        CatalogueField<QualityLevel>.For(level => level.Ordinal, "Thứ tự"),
    ];

    protected override Task CheckAsync(QualityLevel wished, Check check, CancellationToken ct)
    {
        check.That(
            wished.FromPoints is >= 0 and <= UnionRating.MostPoints,
            nameof(wished.FromPoints),
            $"Từ 0 đến {UnionRating.MostPoints} điểm."
        );
        return Task.CompletedTask;
    }

    protected override QualityLevel Make() => new() { Id = Ids.New() };

    protected override IOrderedEnumerable<QualityLevel> Sort(IEnumerable<QualityLevel> rows) =>
        rows.OrderBy(level => level.Ordinal).ThenBy(level => level.Code, StringComparer.Ordinal).ThenBy(level => level.ValidFrom);

    protected override Task<bool> IsUsedAsync(QualityLevel row, CancellationToken ct) =>
        _db.Ratings.AnyAsync(rating => rating.ProposedCode == row.Code || rating.LevelCode == row.Code, ct);
}

/// <summary>The usual grades, when there are none yet.</summary>
internal sealed class SeedQualityLevels(UnionDb db) : ISeed
{
    /// <summary>No guidance of the Confederation was read: the administrator compares and mends.</summary>
    private const string Usual = "Tên mức và điểm theo thông lệ; cần đối chiếu hướng dẫn hiện hành của Tổng Liên đoàn";

    private static readonly DateOnly Beginning = new(2021, 1, 1);

    public int Order => 41;

    public async Task HandleAsync(CancellationToken ct)
    {
        if (await db.QualityLevels.AnyAsync(ct))
            return;
        db.AddRange(
            Level("XS", "Hoàn thành xuất sắc nhiệm vụ", 90, 1),
            Level("TOT", "Hoàn thành tốt nhiệm vụ", 70, 2),
            Level("HT", "Hoàn thành nhiệm vụ", 50, 3),
            Level("KHT", "Không hoàn thành nhiệm vụ", 0, 4)
        );
        await db.SaveChangesAsync(ct);
    }

    private static QualityLevel Level(string code, string name, int fromPoints, int ordinal) =>
        new()
        {
            Id = Ids.New(),
            Code = code,
            Name = name,
            FromPoints = fromPoints,
            Ordinal = ordinal,
            ValidFrom = Beginning,
            Source = Usual,
        };
}
