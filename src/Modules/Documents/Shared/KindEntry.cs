using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.OfficialFormat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>A kind (tên loại) of document in the catalogue; begins with those of <see cref="DocumentKind"/> (điều 7).</summary>
internal sealed class KindEntry : IDatedRow
{
    public const int MaxCode = 20,
        MaxName = 100,
        MaxAbbreviation = 20;

    public Guid Id { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>What stands in the notation (phụ lục III); empty for a kind without one, such as công văn.</summary>
    public string Abbreviation { get; set; } = "";

    /// <summary>Whether units draft it themselves; the others only arrive.</summary>
    public bool IsDrafted { get; set; }

    /// <summary>Place in lists.</summary>
    public int Ordinal { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string Source { get; set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<KindEntry>
    {
        public void Configure(EntityTypeBuilder<KindEntry> kind)
        {
            kind.ToTable("documents_kinds");
            kind.Property(k => k.Code).HasMaxLength(MaxCode).UseOrdinalCollation();
            kind.Property(k => k.Name).HasMaxLength(MaxName);
            kind.Property(k => k.Abbreviation).HasMaxLength(MaxAbbreviation);
            kind.Property(k => k.Source).HasMaxLength(DatedRows.MaxSource);
            kind.HasIndex(k => new { k.Code, k.ValidFrom }).IsUnique();
        }
    }
}
