using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Units;

/// <summary>The unit under which another one stood until a day.</summary>
public sealed class UnitPlace
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxDecision = 200;

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Guid ParentId { get; set; }

    public Unit Parent { get; set; } = null!;

    /// <summary>Last day at this place.</summary>
    public DateOnly Until { get; set; }

    /// <summary>The decision that changed it.</summary>
    public required string Decision { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<UnitPlace>
    {
        public void Configure(EntityTypeBuilder<UnitPlace> place)
        {
            place.ToTable("kernel_unit_places");
            place.Property(p => p.Decision).HasMaxLength(UnitPlace.MaxDecision);
            place.HasIndex(p => new { p.UnitId, p.Until });
            place.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Cascade);
            place.HasOne(p => p.Parent).WithMany().HasForeignKey(p => p.ParentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
