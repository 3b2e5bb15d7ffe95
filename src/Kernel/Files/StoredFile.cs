using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Files;

/// <summary>A file by its content: never changed, kept once however many documents show it.</summary>
public sealed class StoredFile
{
    /// <summary>SHA-256 of the content, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    /// <summary>By content, not by name.</summary>
    public required string MediaType { get; set; }

    /// <summary>With the dot, by content: <c>.pdf</c>.</summary>
    public required string Extension { get; set; }

    public DateTime CreatedAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> file)
        {
            file.ToTable("kernel_files");
            file.HasKey(f => f.Sha256);
            file.Property(f => f.Sha256).HasMaxLength(64);
            file.Property(f => f.MediaType).HasMaxLength(120);
            file.Property(f => f.Extension).HasMaxLength(10);
        }
    }
}

/// <summary>What reading a file gave: derived, may be deleted and made again.</summary>
public sealed class FileText
{
    public required string Sha256 { get; set; }

    /// <summary>Read, no text, encrypted, damaged, too large, too slow, unsupported: the name of the reader's status.</summary>
    public required string Status { get; set; }

    public int? Pages { get; set; }

    /// <summary>First pages with lines rebuilt, for reading the heading.</summary>
    public required string Heading { get; set; }

    /// <summary>All text, for search.</summary>
    public required string Text { get; set; }

    public DateTime ReadAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<FileText>
    {
        public void Configure(EntityTypeBuilder<FileText> text)
        {
            text.ToTable("kernel_file_texts");
            text.HasKey(t => t.Sha256);
            text.Property(t => t.Sha256).HasMaxLength(64);
            text.Property(t => t.Status).HasMaxLength(20);
            text.HasOne<StoredFile>().WithOne().HasForeignKey<FileText>(t => t.Sha256).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
