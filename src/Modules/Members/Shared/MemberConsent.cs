using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.Shared;

/// <summary>On what ground a member's data are kept.</summary>
internal enum ConsentBasis
{
    /// <summary>The person agreed to a text.</summary>
    Consent = 0,

    /// <summary>Needed for what the Charter and the law on trade unions ask of a union.</summary>
    Charter = 1,
}

/// <summary>
/// That a member agreed, to which text, when and how (Luật 91/2025/QH15: silence is no consent); never changed. One who takes it back gets
/// a day of ending.
/// </summary>
internal sealed class MemberConsent
{
    public const int MaxVersion = 20,
        MaxChannel = 100;

    public Guid Id { get; set; }

    public Guid MemberId { get; set; }

    public ConsentBasis Basis { get; set; }

    /// <summary>Of the text; empty where the basis is no consent.</summary>
    public string TextVersion { get; set; } = "";

    /// <summary>"Mã QR ghi danh", "Giấy".</summary>
    public required string Channel { get; set; }

    public DateTime At { get; set; }

    public DateTime? WithdrawnAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<MemberConsent>
    {
        public void Configure(EntityTypeBuilder<MemberConsent> consent)
        {
            consent.ToTable("members_consents");
            consent.Property(c => c.TextVersion).HasMaxLength(MaxVersion);
            consent.Property(c => c.Channel).HasMaxLength(MaxChannel);
            consent.HasIndex(c => new { c.MemberId, c.At });
            consent.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
