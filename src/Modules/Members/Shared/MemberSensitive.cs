using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Shared;

/// <summary>
/// What the law calls sensitive (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP): origin, belief, political life. Behind
/// <see cref="Permissions.Sensitive"/>; no row for a member of whom nothing of it is known.
/// </summary>
internal sealed class MemberSensitive
{
    public const int MaxText = 60;

    public Guid MemberId { get; set; }

    public string Ethnicity { get; set; } = "";

    public string Religion { get; set; } = "";

    public bool IsPartyMember { get; set; }

    public DateOnly? PartyJoinedOn { get; set; }

    public bool IsEmpty => Ethnicity.Length == 0 && Religion.Length == 0 && !IsPartyMember && PartyJoinedOn is null;

    private sealed class Configuration : IEntityTypeConfiguration<MemberSensitive>
    {
        public void Configure(EntityTypeBuilder<MemberSensitive> sensitive)
        {
            sensitive.ToTable("members_sensitive");
            sensitive.HasKey(s => s.MemberId);
            sensitive.Ignore(s => s.IsEmpty);
            sensitive.Property(s => s.Ethnicity).HasMaxLength(MaxText);
            sensitive.Property(s => s.Religion).HasMaxLength(MaxText);
            sensitive.HasOne<Member>().WithOne().HasForeignKey<MemberSensitive>(s => s.MemberId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
