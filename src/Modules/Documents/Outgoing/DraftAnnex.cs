using DoanKet.Kernel.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>
/// An appendix or enclosed document in a file of its own, as it was with one version of the draft. The person signs the text; the unit
/// signs the text and each of these (Nghị định 30/2020, phụ lục I, phần II, III.1.d).
/// </summary>
internal sealed class DraftAnnex
{
    /// <summary>So many go with one document.</summary>
    public const int Most = 20;

    public Guid Id { get; set; }

    public Guid VersionId { get; set; }

    /// <summary>1, 2, 3 …</summary>
    public int Ordinal { get; set; }

    public required string FileName { get; set; }

    public required string Sha256 { get; set; }

    public required string MediaType { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<DraftAnnex>
    {
        public void Configure(EntityTypeBuilder<DraftAnnex> annex)
        {
            annex.ToTable("documents_draft_annexes");
            annex.Property(a => a.FileName).HasMaxLength(255);
            annex.Property(a => a.Sha256).HasMaxLength(64);
            annex.Property(a => a.MediaType).HasMaxLength(120);
            annex.HasIndex(a => new { a.VersionId, a.Ordinal }).IsUnique();
            annex.HasOne<DraftVersion>().WithMany(v => v.Annexes).HasForeignKey(a => a.VersionId).OnDelete(DeleteBehavior.Cascade);
            annex.HasOne<StoredFile>().WithMany().HasForeignKey(a => a.Sha256).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
