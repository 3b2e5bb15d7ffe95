using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Printing;

/// <summary>How the cards of a batch lie on paper.</summary>
internal enum CardSheet
{
    /// <summary>One card a page, for a card printer.</summary>
    OnePerPage = 0,

    /// <summary>Ten on A4 with marks where to cut.</summary>
    Sheets = 1,
}

/// <summary>Lô in: cards that are printed together by one unit, from its blanks.</summary>
internal sealed class CardBatch : IOwnedByUnit, IVersioned
{
    public const int MaxCards = 10_000,
        MaxName = 200;

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    /// <summary>Within the unit: lô 12.</summary>
    public int Number { get; set; }

    /// <summary>Cards in it, spoilt ones included.</summary>
    public int Count { get; set; }

    public CardSheet Sheet { get; set; }

    public DateTime MadeAt { get; set; }

    public required string MadeBy { get; set; }

    /// <summary>When all its files were there; null while the job is at it.</summary>
    public DateTime? DrawnAt { get; set; }

    public DateTime? PrintedAt { get; set; }

    /// <summary>Blanks that were spoilt while it was printed.</summary>
    public int Spoilt { get; set; }

    /// <summary>When all its cards were given to their unions.</summary>
    public DateTime? DeliveredAt { get; set; }

    public int Version { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<CardBatch>
    {
        public void Configure(EntityTypeBuilder<CardBatch> batch)
        {
            batch.ToTable("members_card_batches");
            batch.Property(b => b.MadeBy).HasMaxLength(MaxName);
            batch.HasIndex(b => new { b.UnitId, b.Number }).IsUnique();
            batch.HasOne(b => b.Unit).WithMany().HasForeignKey(b => b.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
