using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Printing;

/// <summary>How the cards of a unit, and of all below it without one of their own, look.</summary>
internal sealed class CardTemplate : IOwnedByUnit, IVersioned
{
    public const int MaxPlaces = 8000;

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    /// <summary>JSON of a <see cref="PaperForms.Cards.CardLayout"/>'s places.</summary>
    public required string Places { get; set; }

    /// <summary>Of the kept picture that lies below the places; null for none.</summary>
    public string? PictureSha256 { get; set; }

    public DateTime ChangedAt { get; set; }

    public int Version { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<CardTemplate>
    {
        public void Configure(EntityTypeBuilder<CardTemplate> template)
        {
            template.ToTable("members_card_templates");
            template.Property(t => t.Places).HasMaxLength(MaxPlaces);
            template.Property(t => t.PictureSha256).HasMaxLength(64);
            template.HasIndex(t => t.UnitId).IsUnique();
            template.HasOne(t => t.Unit).WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
