using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Signing.Places;

/// <summary>Where a person wants the picture of the own signature on one file.</summary>
internal sealed class MovedPicture
{
    public Guid Id { get; set; }

    public Guid AccountId { get; set; }

    public required string Sha256 { get; set; }

    /// <summary>From 1 on; the others in points from the lower left corner of the page as it is shown.</summary>
    public int Page { get; set; }

    public double X { get; set; }

    public double Y { get; set; }

    public double Width { get; set; }

    public double Height { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<MovedPicture>
    {
        public void Configure(EntityTypeBuilder<MovedPicture> moved)
        {
            moved.ToTable("signing_moved_pictures");
            moved.Property(m => m.Sha256).HasMaxLength(64);
            moved.HasIndex(m => new { m.AccountId, m.Sha256 }).IsUnique();
            moved.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Restrict);
            moved.HasOne<StoredFile>().WithMany().HasForeignKey(m => m.Sha256).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
