using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Photos;

/// <summary>Ảnh 3×4 of a member, cut and made small; the picture as it came is not kept.</summary>
internal sealed class MemberPhoto
{
    public Guid MemberId { get; set; }

    /// <summary>Of the kept JPEG of the size of <see cref="PaperForms.Cards.Portrait"/>.</summary>
    public required string Sha256 { get; set; }

    public DateTime TakenInAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<MemberPhoto>
    {
        public void Configure(EntityTypeBuilder<MemberPhoto> photo)
        {
            photo.ToTable("members_photos");
            photo.HasKey(p => p.MemberId);
            photo.Property(p => p.Sha256).HasMaxLength(64);
            photo.HasOne<Member>().WithOne().HasForeignKey<MemberPhoto>(p => p.MemberId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
