using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Units;

/// <summary>A name a unit bore until a day, kept so that history stays readable under the name of its day.</summary>
public sealed class UnitName
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxDecision = 200;

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public required string Name { get; set; }

    /// <summary>Last day of this name.</summary>
    public DateOnly Until { get; set; }

    /// <summary>The decision that changed it.</summary>
    public string? Decision { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<UnitName>
    {
        public void Configure(EntityTypeBuilder<UnitName> name)
        {
            name.ToTable("kernel_unit_names");
            name.Property(n => n.Name).HasMaxLength(300);
            name.Property(n => n.Decision).HasMaxLength(UnitName.MaxDecision);
            name.HasIndex(n => new { n.UnitId, n.Until });
            name.HasOne<Unit>().WithMany().HasForeignKey(n => n.UnitId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
