using DoanKet.CardTokens;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Cards;

/// <summary>
/// A membership card. A member has at most one that counts and one on its way; each card that was ever asked for stays as a row, so that
/// its code answers for ever.
/// </summary>
internal sealed class MemberCard : IOwnedByUnit, IVersioned
{
    public Guid Id { get; set; }

    /// <summary>What stands in the QR code and is read aloud; our own, beside the Confederation's member number.</summary>
    public required string Code { get; set; }

    public Guid MemberId { get; set; }

    public Member Member { get; set; } = null!;

    /// <summary>The member's union; goes along with the member.</summary>
    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    public CardReason Reason { get; set; }

    /// <summary>Lần cấp: 1 for the member's first card.</summary>
    public int Edition { get; set; } = 1;

    public CardState State { get; set; }

    public Guid? BatchId { get; set; }

    /// <summary>In which of the batch's files it was drawn; null until then.</summary>
    public int? FileNumber { get; set; }

    /// <summary>The day in the signed code; null until the card is in a batch.</summary>
    public DateOnly? IssuedOn { get; set; }

    public DateTime AskedAt { get; set; }

    public int Version { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<MemberCard>
    {
        public void Configure(EntityTypeBuilder<MemberCard> card)
        {
            card.ToTable("members_cards");
            card.Property(c => c.Code).HasMaxLength(CardCode.Length).UseOrdinalCollation();
            card.HasIndex(c => c.Code).IsUnique();
            // One on its way and one that counts, also when two people ask at the same moment.
            card.HasIndex(c => c.MemberId).IsUnique().HasFilter("\"State\" < 5").HasDatabaseName("IX_members_cards_on_its_way");
            card.HasIndex(c => c.MemberId, "IX_members_cards_in_hand").IsUnique().HasFilter("\"State\" = 5");
            card.HasIndex(c => new { c.MemberId, c.AskedAt });
            card.HasIndex(c => new
            {
                c.UnitId,
                c.State,
                c.Id,
            });
            card.HasIndex(c => new { c.State, c.Id });
            card.HasIndex(c => new { c.BatchId, c.Id }).HasFilter("\"BatchId\" is not null");
            card.HasOne(c => c.Member).WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Restrict);
            card.HasOne(c => c.Unit).WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
