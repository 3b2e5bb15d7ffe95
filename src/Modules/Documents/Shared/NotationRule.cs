using DoanKet.Kernel.Catalogues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>How the symbol of a number is put together (phụ lục I, II.3), for all or for one unit, for all or for one kind.</summary>
internal sealed class NotationRule : IDatedRow
{
    /// <summary>Stands in a pattern for the abbreviation of the kind.</summary>
    public const string Kind = "{loại}";

    /// <summary>Stands in a pattern for the symbol of the body that issues.</summary>
    public const string Issuer = "{cơ quan}";

    /// <summary>Stands in a pattern for the symbol of the unit that drafts; empty where the office itself drafts.</summary>
    public const string DraftingUnit = "{đơn vị}";

    public const int MaxUnitCode = Kernel.Units.Unit.MaxCode,
        MaxPattern = 100;

    public Guid Id { get; set; }

    /// <summary>Code of the issuing unit; empty for all.</summary>
    public string UnitCode { get; set; } = "";

    /// <summary>Code of the kind; empty for all.</summary>
    public string KindCode { get; set; } = "";

    /// <summary>Groups between dashes, e.g. <c>{loại}-{cơ quan}</c>; a group that comes out empty is left out.</summary>
    public string Pattern { get; set; } = "";

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string Source { get; set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<NotationRule>
    {
        public void Configure(EntityTypeBuilder<NotationRule> rule)
        {
            rule.ToTable("documents_notation_rules");
            rule.Property(r => r.UnitCode).HasMaxLength(MaxUnitCode);
            rule.Property(r => r.KindCode).HasMaxLength(KindEntry.MaxCode);
            rule.Property(r => r.Pattern).HasMaxLength(MaxPattern);
            rule.Property(r => r.Source).HasMaxLength(DatedRows.MaxSource);
            rule.HasIndex(r => new
                {
                    r.UnitCode,
                    r.KindCode,
                    r.ValidFrom,
                })
                .IsUnique();
        }
    }
}
