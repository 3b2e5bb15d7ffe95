using DoanKet.Kernel.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>
/// What a document says: its files and its place in the search index. The sender's record and the copies of all receivers share
/// one content, so that issuing to 2,911 units stores and indexes the text once.
/// </summary>
internal sealed class DocumentContent
{
    public Guid Id { get; set; }

    /// <summary>Row of the search index; null until the text was indexed. The records of the content say it too.</summary>
    public long? SearchId { get; set; }

    public List<Attachment> Attachments { get; } = [];

    private sealed class Configuration : IEntityTypeConfiguration<DocumentContent>
    {
        public void Configure(EntityTypeBuilder<DocumentContent> content)
        {
            content.ToTable("documents_contents");
        }
    }
}

/// <summary>One file of a document, in the order of the document: the main text first, then its appendices.</summary>
internal sealed class Attachment
{
    public Guid Id { get; set; }

    public Guid ContentId { get; set; }

    public int Ordinal { get; set; }

    /// <summary>Name under which it came and is given out; never used as a path.</summary>
    public required string Name { get; set; }

    public required string Sha256 { get; set; }

    public required string MediaType { get; set; }

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<Attachment>
    {
        public void Configure(EntityTypeBuilder<Attachment> attachment)
        {
            attachment.ToTable("documents_attachments");
            attachment.Property(a => a.Name).HasMaxLength(255);
            attachment.Property(a => a.Sha256).HasMaxLength(64);
            attachment.Property(a => a.MediaType).HasMaxLength(120);
            attachment.HasIndex(a => new { a.ContentId, a.Ordinal }).IsUnique();
            attachment
                .HasOne<DocumentContent>()
                .WithMany(c => c.Attachments)
                .HasForeignKey(a => a.ContentId)
                .OnDelete(DeleteBehavior.Cascade);
            attachment.HasOne<StoredFile>().WithMany().HasForeignKey(a => a.Sha256).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
