using DoanKet.Kernel.Files;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>One state of the draft's files; all are kept. The file named here is the text.</summary>
internal sealed class DraftVersion
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaxNote = 1000;

    public Guid Id { get; set; }

    public Guid OutgoingId { get; set; }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; set; }

    public required string FileName { get; set; }

    public required string Sha256 { get; set; }

    public required string MediaType { get; set; }

    public long Size { get; set; }

    public DateTime At { get; set; }

    public Guid AccountId { get; set; }

    /// <summary>What changed, in the drafter's words.</summary>
    public string Note { get; set; } = "";

    /// <summary>Files beside the text. Loaded where they are asked for.</summary>
    public List<DraftAnnex> Annexes { get; } = [];

    /// <summary>Its files in a few words: "to-trinh.docx, kèm 2 phụ lục".</summary>
    public string Named => Annexes.Count == 0 ? FileName : $"{FileName}, kèm {Annexes.Count} phụ lục";

    private sealed class Configuration : IEntityTypeConfiguration<DraftVersion>
    {
        public void Configure(EntityTypeBuilder<DraftVersion> version)
        {
            version.ToTable("documents_drafts");
            version.Ignore(v => v.Named);
            version.Property(v => v.FileName).HasMaxLength(255);
            version.Property(v => v.Sha256).HasMaxLength(64);
            version.Property(v => v.MediaType).HasMaxLength(120);
            version.Property(v => v.Note).HasMaxLength(DraftVersion.MaxNote);
            version.HasIndex(v => new { v.OutgoingId, v.Number }).IsUnique();
            version.HasOne<OutgoingDocument>().WithMany().HasForeignKey(v => v.OutgoingId).OnDelete(DeleteBehavior.Cascade);
            version.HasOne<StoredFile>().WithMany().HasForeignKey(v => v.Sha256).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
