using DoanKet.CardTokens;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.SelfEntry;

/// <summary>The address on a union's poster, under which people enter themselves, until it is closed.</summary>
internal sealed class EntryLink : IOwnedByUnit
{
    public const int MaxName = 200;

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    /// <summary>Random, as the codes of cards are.</summary>
    public required string Code { get; set; }

    public DateTime MadeAt { get; set; }

    public required string MadeBy { get; set; }

    public DateTime? ClosedAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<EntryLink>
    {
        public void Configure(EntityTypeBuilder<EntryLink> link)
        {
            link.ToTable("members_entry_links");
            link.Property(l => l.Code).HasMaxLength(CardCode.Length).UseOrdinalCollation();
            link.Property(l => l.MadeBy).HasMaxLength(MaxName);
            link.HasIndex(l => l.Code).IsUnique();
            link.HasIndex(l => l.UnitId).IsUnique().HasFilter("\"ClosedAt\" is null");
            link.HasOne(l => l.Unit).WithMany().HasForeignKey(l => l.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
