using DoanKet.Modules.Members.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>The public half of a key in a member's phone (WebAuthn), by which the member comes in without a code.</summary>
internal sealed class MemberPasskey
{
    public const int MaxCredential = 1023,
        MaxKey = 1000,
        MaxTransports = 200;

    public Guid Id { get; set; }

    public Guid MemberId { get; set; }

    /// <summary>By which the phone names the key.</summary>
    public required byte[] CredentialId { get; set; }

    public required byte[] PublicKey { get; set; }

    /// <summary>How often the key has signed, by which a copy is found out; 0 where phones do not count.</summary>
    public long SignCount { get; set; }

    /// <summary>How a browser reaches the key, with spaces between.</summary>
    public string Transports { get; set; } = "";

    public bool IsBackupEligible { get; set; }

    public bool IsBackedUp { get; set; }

    /// <summary>"Chrome trên điện thoại Android": for its owner to recognise.</summary>
    public string Device { get; set; } = "";

    public DateTime MadeAt { get; set; }

    public DateTime? UsedAt { get; set; }

    /// <summary>As the framework knows it; what was signed when the key was made is not kept.</summary>
    public UserPasskeyInfo Info() =>
        new(
            CredentialId,
            PublicKey,
            new DateTimeOffset(MadeAt, TimeSpan.Zero),
            (uint)SignCount,
            Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            isUserVerified: true,
            IsBackupEligible,
            IsBackedUp,
            [],
            []
        );

    private sealed class Configuration : IEntityTypeConfiguration<MemberPasskey>
    {
        public void Configure(EntityTypeBuilder<MemberPasskey> key)
        {
            key.ToTable("members_passkeys");
            key.Property(k => k.CredentialId).HasMaxLength(MaxCredential);
            key.Property(k => k.PublicKey).HasMaxLength(MaxKey);
            key.Property(k => k.Transports).HasMaxLength(MaxTransports);
            key.Property(k => k.Device).HasMaxLength(MemberSession.MaxDevice);
            key.HasIndex(k => k.CredentialId).IsUnique();
            key.HasIndex(k => k.MemberId);
            key.HasOne<Member>().WithMany().HasForeignKey(k => k.MemberId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
