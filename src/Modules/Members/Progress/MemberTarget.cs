using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Progress;

/// <summary>How many members a unit with all below it has to enter, from a day on.</summary>
internal sealed class MemberTarget
{
    public const int Most = 20_000_000;

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public DateOnly ValidFrom { get; set; }

    public int Count { get; set; }

    /// <summary>Until when; null where no day was set.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>When the unit was last told how far it is behind.</summary>
    public DateOnly? RemindedOn { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<MemberTarget>
    {
        public void Configure(EntityTypeBuilder<MemberTarget> target)
        {
            target.ToTable("members_targets");
            target.HasIndex(t => new { t.UnitId, t.ValidFrom }).IsUnique();
            target.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
