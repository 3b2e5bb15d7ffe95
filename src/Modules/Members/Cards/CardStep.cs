using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Cards;

/// <summary>When a card came to a state and who brought it there; never changed.</summary>
internal sealed class CardStep
{
    public const int MaxNote = 500,
        MaxName = 200;

    public Guid Id { get; set; }

    public Guid CardId { get; set; }

    public CardState State { get; set; }

    public DateTime At { get; set; }

    /// <summary>As named on that day.</summary>
    public required string By { get; set; }

    /// <summary>Why it was refused or ended; empty for the usual steps.</summary>
    public string Note { get; set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<CardStep>
    {
        public void Configure(EntityTypeBuilder<CardStep> step)
        {
            step.ToTable("members_card_steps");
            step.Property(s => s.By).HasMaxLength(MaxName);
            step.Property(s => s.Note).HasMaxLength(MaxNote);
            step.HasIndex(s => new { s.CardId, s.At });
            step.HasOne<MemberCard>().WithMany().HasForeignKey(s => s.CardId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
