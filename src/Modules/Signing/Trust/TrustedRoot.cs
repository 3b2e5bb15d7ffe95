using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Signing.Trust;

/// <summary>The two roots under which signatures are made in Vietnam; they do not vouch for one another.</summary>
internal enum TrustKind
{
    /// <summary>The national root of electronic certification (NĐ 23/2025/NĐ-CP): all public providers.</summary>
    National,

    /// <summary>
    /// The Government Cipher Committee's root for public service (NĐ 68/2024/NĐ-CP): State agencies, their seals and officials.
    /// </summary>
    Government,
}

/// <summary>
/// A certificate of a root or of an issuer below it that an administrator has compared with the official one. Never taken away, so that it
/// can be told later whom the federation trusted when.
/// </summary>
internal sealed class TrustedRoot
{
    public const int MaxName = 300,
        MaxFingerprint = 64,
        MaxSource = 300,
        MaxCertificate = 16 * 1024;

    public Guid Id { get; set; }

    public TrustKind Kind { get; set; }

    public required string Name { get; set; }

    /// <summary>SHA-256 of the certificate, hexadecimal.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>DER.</summary>
    public required byte[] Certificate { get; set; }

    /// <summary>With what the fingerprint was compared.</summary>
    public required string Source { get; set; }

    public DateTime AddedAt { get; set; }

    /// <summary>Since when it is trusted no more; null while it is.</summary>
    public DateTime? EndedAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<TrustedRoot>
    {
        public void Configure(EntityTypeBuilder<TrustedRoot> root)
        {
            root.ToTable("signing_trusted_roots");
            root.Property(r => r.Name).HasMaxLength(MaxName);
            root.Property(r => r.Fingerprint).HasMaxLength(MaxFingerprint);
            root.Property(r => r.Source).HasMaxLength(MaxSource);
            root.Property(r => r.Certificate).HasMaxLength(MaxCertificate);
            root.HasIndex(r => r.Fingerprint);
        }
    }
}
