using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Shared;

/// <summary>What is kept of a member beside <see cref="Member"/>: read on the member's own page and in exports.</summary>
internal sealed class MemberProfile
{
    public const int MaxText = 300,
        MaxNote = 1000;

    public Guid MemberId { get; set; }

    public DateOnly? IdIssuedOn { get; set; }

    public string IdIssuedBy { get; set; } = "";

    /// <summary>Quê quán and nơi ở hiện nay, as written: the communes of 2025 are not those of the papers.</summary>
    public string HomeTown { get; set; } = "";

    public string Residence { get; set; } = "";

    public DateOnly? WorkFrom { get; set; }

    public string ContractKind { get; set; } = "";

    /// <summary>Số bảo hiểm xã hội.</summary>
    public string InsuranceNumber { get; set; } = "";

    public string Education { get; set; } = "";

    public string Qualification { get; set; } = "";

    public string PoliticalTheory { get; set; } = "";

    /// <summary>Chức vụ công đoàn, as the list says it.</summary>
    public string UnionPost { get; set; } = "";

    public string OldCardNumber { get; set; } = "";

    public string Note { get; set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<MemberProfile>
    {
        public void Configure(EntityTypeBuilder<MemberProfile> profile)
        {
            profile.ToTable("members_profiles");
            profile.HasKey(p => p.MemberId);
            profile.Property(p => p.IdIssuedBy).HasMaxLength(MaxText);
            profile.Property(p => p.HomeTown).HasMaxLength(MaxText);
            profile.Property(p => p.Residence).HasMaxLength(MaxText);
            profile.Property(p => p.ContractKind).HasMaxLength(MaxText);
            profile.Property(p => p.InsuranceNumber).HasMaxLength(Member.MaxNumber);
            profile.Property(p => p.Education).HasMaxLength(MaxText);
            profile.Property(p => p.Qualification).HasMaxLength(MaxText);
            profile.Property(p => p.PoliticalTheory).HasMaxLength(MaxText);
            profile.Property(p => p.UnionPost).HasMaxLength(MaxText);
            profile.Property(p => p.OldCardNumber).HasMaxLength(Member.MaxNumber);
            profile.Property(p => p.Note).HasMaxLength(MaxNote);
            profile.HasOne<Member>().WithOne().HasForeignKey<MemberProfile>(p => p.MemberId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
