using DoanKet.Kernel;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>A paper that the issuer asks for; the issuers' rules change, and were not read.</summary>
internal sealed class RequiredPaper : IDatedRow
{
    public const int MaxCode = 20,
        MaxName = 300;

    public Guid Id { get; set; }

    public string Code { get; set; } = "";

    /// <summary>As the unit that asks reads it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Asked for a person's certificate.</summary>
    public bool ForPerson { get; set; }

    /// <summary>Asked for the certificate of a unit's seal.</summary>
    public bool ForSeal { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string Source { get; set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<RequiredPaper>
    {
        public void Configure(EntityTypeBuilder<RequiredPaper> paper)
        {
            paper.ToTable("signing_required_papers");
            paper.Property(p => p.Code).HasMaxLength(MaxCode);
            paper.Property(p => p.Name).HasMaxLength(MaxName);
            paper.Property(p => p.Source).HasMaxLength(DatedRows.MaxSource);
            paper.HasIndex(p => new { p.Code, p.ValidFrom }).IsUnique();
        }
    }
}

/// <summary>The papers, kept by the administrator.</summary>
internal sealed class RequiredPaperCatalogue(UnionDb db, CatalogueMemory memory, TimeProvider time)
    : Catalogue<RequiredPaper>(db, memory, time)
{
    public override string Slug => "giay-to-chung-thu";

    public override string Name => "Giấy tờ đăng ký chứng thư số";

    public override string Help => "Giấy tờ mà nơi cấp chứng thư số yêu cầu; hiện trên trang đăng ký để đơn vị chuẩn bị.";

    protected override IReadOnlyList<CatalogueField<RequiredPaper>> Own { get; } =
    [
        CatalogueField<RequiredPaper>.For(paper => paper.Code, "Mã", RequiredPaper.MaxCode, isKey: true),
        CatalogueField<RequiredPaper>.For(paper => paper.Name, "Giấy tờ", RequiredPaper.MaxName),
        CatalogueField<RequiredPaper>.For(paper => paper.ForPerson, "Cho chữ ký cá nhân"),
        CatalogueField<RequiredPaper>.For(paper => paper.ForSeal, "Cho con dấu"),
    ];

    protected override Task CheckAsync(RequiredPaper wished, Check check, CancellationToken ct)
    {
        check.That(wished.ForPerson || wished.ForSeal, nameof(wished.ForPerson), "Hãy chọn ít nhất một loại chứng thư cần giấy tờ này.");
        return Task.CompletedTask;
    }

    protected override RequiredPaper Make() => new() { Id = Ids.New() };

    protected override IOrderedEnumerable<RequiredPaper> Sort(IEnumerable<RequiredPaper> rows) =>
        rows.OrderBy(paper => paper.Code, StringComparer.Ordinal).ThenBy(paper => paper.ValidFrom);

    protected override Task<bool> IsUsedAsync(RequiredPaper row, CancellationToken ct) => Task.FromResult(false);
}

/// <summary>What issuers usually ask for, marked as not read anywhere, when there is nothing yet.</summary>
internal sealed class SeedRequiredPapers(UnionDb db) : ISeed
{
    private const string Unread = "Theo thông lệ; chưa đối chiếu quy định của nơi cấp";

    private static readonly DateOnly Beginning = new(2026, 1, 1);

    public int Order => 41;

    public async Task HandleAsync(CancellationToken ct)
    {
        if (await db.RequiredPapers.AnyAsync(ct))
            return;
        db.AddRange(
            Paper("DON", "Văn bản (giấy) đề nghị cấp chứng thư số, có ký và đóng dấu", forPerson: true, forSeal: true),
            Paper("QD-CHUCVU", "Quyết định về chức vụ của người đề nghị", forPerson: true, forSeal: false),
            Paper("QD-THANHLAP", "Quyết định thành lập hoặc công nhận đơn vị", forPerson: false, forSeal: true),
            Paper("MAUDAU", "Giấy chứng nhận đăng ký mẫu dấu", forPerson: false, forSeal: true)
        );
        await db.SaveChangesAsync(ct);
    }

    private static RequiredPaper Paper(string code, string name, bool forPerson, bool forSeal) =>
        new()
        {
            Id = Ids.New(),
            Code = code,
            Name = name,
            ForPerson = forPerson,
            ForSeal = forSeal,
            ValidFrom = Beginning,
            Source = Unread,
        };
}
