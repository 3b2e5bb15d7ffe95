using DoanKet.Kernel.Access;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Shared;

/// <summary>Two entries of one person became one; with all that is needed to part them again.</summary>
internal sealed class MemberMerge : IOwnedByUnit
{
    public const int MaxName = 200;

    /// <summary>Days in which a merge can be undone; what is needed for it is kept as long.</summary>
    public const int UndoDays = 90;

    public Guid Id { get; set; }

    /// <summary>The entry that stayed. It may have been merged into another since, and then is no longer there.</summary>
    public Guid KeptId { get; set; }

    /// <summary>The entry that is no longer there; what leads to it leads to the other.</summary>
    public Guid GoneId { get; set; }

    /// <summary>Of the entry that stayed, on that day.</summary>
    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    public Guid GoneUnitId { get; set; }

    public Unit GoneUnit { get; set; } = null!;

    /// <summary>As named on that day.</summary>
    public required string KeptName { get; set; }

    public required string GoneName { get; set; }

    /// <summary>Both entries as they were, and what went from one to the other; see Kernel's FieldCipher. Emptied
    /// when it can't be undone any more.</summary>
    public required byte[] SealedBefore { get; set; }

    /// <summary>Of the entry that stayed, after the merge: a later one was touched by people.</summary>
    public int KeptVersion { get; set; }

    public DateTime At { get; set; }

    /// <summary>As named on that day.</summary>
    public required string By { get; set; }

    public DateTime? UndoneAt { get; set; }

    public string UndoneBy { get; set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<MemberMerge>
    {
        public void Configure(EntityTypeBuilder<MemberMerge> merge)
        {
            merge.ToTable("members_merges");
            merge.Property(m => m.KeptName).HasMaxLength(MaxName);
            merge.Property(m => m.GoneName).HasMaxLength(MaxName);
            merge.Property(m => m.By).HasMaxLength(MaxName);
            merge.Property(m => m.UndoneBy).HasMaxLength(MaxName);
            merge.HasIndex(m => m.GoneId);
            merge.HasIndex(m => new { m.UnitId, m.At });
            merge.HasOne(m => m.Unit).WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
            merge.HasOne(m => m.GoneUnit).WithMany().HasForeignKey(m => m.GoneUnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
