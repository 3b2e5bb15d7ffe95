using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Printing;

/// <summary>The pages of some cards of a batch, so that a printer gets them in portions and drawing goes on after a stop.</summary>
internal sealed class CardFile
{
    /// <summary>Cards in one file; the last may have fewer.</summary>
    public const int Cards = 500;

    public Guid BatchId { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    public int Count { get; set; }

    /// <summary>Of the kept file.</summary>
    public required string Sha256 { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<CardFile>
    {
        public void Configure(EntityTypeBuilder<CardFile> file)
        {
            file.ToTable("members_card_files");
            file.HasKey(f => new { f.BatchId, f.Number });
            file.Property(f => f.Sha256).HasMaxLength(64);
            file.HasOne<CardBatch>().WithMany().HasForeignKey(f => f.BatchId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
