using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Signing.Checking;

/// <summary>The last look at the signatures of a kept PDF file; derived, may be deleted and made again.</summary>
internal sealed class FileCheck
{
    public required string Sha256 { get; set; }

    public SignatureVerdict Verdict { get; set; }

    public DateTime CheckedAt { get; set; }

    /// <summary>When it is looked at again; null for a file without signatures.</summary>
    public DateTime? NextAt { get; set; }

    /// <summary>What the check before said, where it said something else, and when that changed.</summary>
    public SignatureVerdict? EarlierVerdict { get; set; }

    public DateTime? ChangedAt { get; set; }

    /// <summary>See <see cref="FileFindings"/>.</summary>
    public required string Findings { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<FileCheck>
    {
        public void Configure(EntityTypeBuilder<FileCheck> check)
        {
            check.ToTable("signing_file_checks");
            check.HasKey(c => c.Sha256);
            check.Property(c => c.Sha256).HasMaxLength(64);
            check.HasOne<StoredFile>().WithOne().HasForeignKey<FileCheck>(c => c.Sha256).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
