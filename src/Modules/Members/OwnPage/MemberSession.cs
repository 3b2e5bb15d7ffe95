using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>A browser in which a member is signed in on the own page; without an account of the program, and for nothing else.</summary>
internal sealed class MemberSession
{
    public const int MaxDevice = 100;

    public Guid Id { get; set; }

    public Guid MemberId { get; set; }

    public Member Member { get; set; } = null!;

    /// <summary>SHA-256 of what the browser keeps, so that the table opens nothing to who reads it.</summary>
    public required byte[] TokenHash { get; set; }

    /// <summary>"Chrome trên điện thoại Android": for its owner to recognise.</summary>
    public required string Device { get; set; }

    public DateTime StartedAt { get; set; }

    public DateTime EndsAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<MemberSession>
    {
        public void Configure(EntityTypeBuilder<MemberSession> session)
        {
            session.ToTable("members_sessions");
            session.Property(s => s.TokenHash).HasMaxLength(32);
            session.Property(s => s.Device).HasMaxLength(MaxDevice);
            session.HasIndex(s => s.TokenHash).IsUnique();
            session.HasIndex(s => s.MemberId);
            session.HasOne(s => s.Member).WithMany().HasForeignKey(s => s.MemberId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>A code that lets a member in once.</summary>
internal sealed class OneTimeCode
{
    /// <summary>Wrong codes after which it is worth nothing.</summary>
    public const int MostTries = 5;

    public Guid Id { get; set; }

    public Guid MemberId { get; set; }

    /// <summary>Keyed hash of the code together with the member.</summary>
    public Guid CodeKey { get; set; }

    public int Tries { get; set; }

    public DateTime MadeAt { get; set; }

    public DateTime EndsAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<OneTimeCode>
    {
        public void Configure(EntityTypeBuilder<OneTimeCode> code)
        {
            code.ToTable("members_codes");
            code.HasIndex(c => c.MemberId);
            code.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
