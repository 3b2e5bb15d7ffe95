using DoanKet.Kernel.Access;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>A saved list of receiving units of one unit's clerks.</summary>
internal sealed class ReceiverGroup : IOwnedByUnit
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 150;

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    public required string Name { get; set; }

    public List<ReceiverGroupMember> Members { get; } = [];

    private sealed class Configuration : IEntityTypeConfiguration<ReceiverGroup>
    {
        public void Configure(EntityTypeBuilder<ReceiverGroup> group)
        {
            group.ToTable("documents_receiver_groups");
            group.Property(g => g.Name).HasMaxLength(ReceiverGroup.MaxName);
            group.HasIndex(g => new { g.UnitId, g.Name }).IsUnique();
            group.HasOne(g => g.Unit).WithMany().HasForeignKey(g => g.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal sealed class ReceiverGroupMember
{
    public Guid GroupId { get; set; }

    public Guid UnitId { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<ReceiverGroupMember>
    {
        public void Configure(EntityTypeBuilder<ReceiverGroupMember> member)
        {
            member.ToTable("documents_receiver_group_members");
            member.HasKey(m => new { m.GroupId, m.UnitId });
            member.HasOne<ReceiverGroup>().WithMany(g => g.Members).HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Cascade);
            member.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
