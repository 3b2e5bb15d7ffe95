using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Accounts;

/// <summary>
/// One signing in of one person at one browser. The cookie names it, so that signing out ends it on the server too: a copy of the cookie
/// is worth nothing afterwards.
/// </summary>
public sealed class SignInSession
{
    /// <summary>Claim of the cookie that holds the session's id.</summary>
    public const string ClaimType = "dk-session";

    /// <summary>Longest life, however often the cookie is renewed.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public Guid Id { get; set; }

    public Guid AccountId { get; set; }

    public DateTime StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Address of the client, as the proxy told it.</summary>
    public string Address { get; set; } = "";

    /// <summary>What the browser says it is.</summary>
    public string Device { get; set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<SignInSession>
    {
        public void Configure(EntityTypeBuilder<SignInSession> session)
        {
            session.ToTable("kernel_sessions");
            session.Property(s => s.Address).HasMaxLength(64);
            session.Property(s => s.Device).HasMaxLength(200);
            session.HasIndex(s => new { s.AccountId, s.StartedAt });
            session.HasIndex(s => s.StartedAt);
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
