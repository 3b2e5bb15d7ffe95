using DoanKet.Kernel.Catalogues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Quality;

/// <summary>
/// One of the grades into which unions are put each year (xếp loại chất lượng công đoàn); the Confederation's guidance changes them.
/// </summary>
internal sealed class QualityLevel : IDatedRow
{
    public const int MaxCode = 20,
        MaxName = 100;

    public Guid Id { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>From how many points on.</summary>
    public int FromPoints { get; set; }

    /// <summary>The best first.</summary>
    public int Ordinal { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string Source { get; set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<QualityLevel>
    {
        public void Configure(EntityTypeBuilder<QualityLevel> level)
        {
            level.ToTable("members_quality_levels");
            level.Property(l => l.Code).HasMaxLength(MaxCode);
            level.Property(l => l.Name).HasMaxLength(MaxName);
            level.Property(l => l.Source).HasMaxLength(DatedRows.MaxSource);
            level.HasIndex(l => new { l.Code, l.ValidFrom }).IsUnique();
        }
    }
}
