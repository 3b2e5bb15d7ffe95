using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Benefits;

/// <summary>That a member used an offer; never changed.</summary>
internal sealed class OfferUse
{
    /// <summary>Made when the counter's page was drawn, so that a second press is the same use.</summary>
    public Guid Id { get; set; }

    public Guid OfferId { get; set; }

    public Guid CardId { get; set; }

    public Guid MemberId { get; set; }

    /// <summary>The member's union on that day.</summary>
    public Guid UnitId { get; set; }

    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<OfferUse>
    {
        public void Configure(EntityTypeBuilder<OfferUse> use)
        {
            use.ToTable("members_offer_uses");
            use.HasIndex(u => new { u.OfferId, u.MemberId });
            use.HasIndex(u => new { u.OfferId, u.UnitId });
            use.HasIndex(u => u.MemberId);
            use.HasOne<Offer>().WithMany().HasForeignKey(u => u.OfferId).OnDelete(DeleteBehavior.Restrict);
            use.HasOne<MemberCard>().WithMany().HasForeignKey(u => u.CardId).OnDelete(DeleteBehavior.Restrict);
            use.HasOne<Member>().WithMany().HasForeignKey(u => u.MemberId).OnDelete(DeleteBehavior.Restrict);
            use.HasOne<Unit>().WithMany().HasForeignKey(u => u.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
