using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Signing.Providers;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>Where a key is.</summary>
internal enum KeyPlace
{
    /// <summary>On the server.</summary>
    Here = 0,

    /// <summary>In a token at the person's computer; only its certificate is here.</summary>
    Token = 1,

    /// <summary>At a provider of remote signing, who asks its owner by phone; only its certificate is here.</summary>
    Provider = 2,

    /// <summary>In the security module of the server, which signs when its PIN is given; only its certificate is here.</summary>
    Module = 3,
}

/// <summary>
/// A certificate of a person or a unit with its key. One that is kept on the server is the file that was given, still locked by its own
/// password, which is kept nowhere, and sealed once more.
/// </summary>
internal sealed class SigningKey
{
    public const int MaxName = 300,
        MaxCertificate = 16 * 1024,
        MostIssuerBytes = 64 * 1024,
        MostFileBytes = 64 * 1024,
        MaxSealedUser = 500,
        MaxCredential = 300,
        MostPictureBytes = 1024 * 1024;

    /// <summary>Within what the diameter of a seal is believed, in millimetres.</summary>
    public const int LeastSeal = 10,
        MostSeal = 60;

    public Guid Id { get; set; }

    /// <summary>Whose own it is; null for a unit's.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>The unit that it signs for; null for a person's own.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>As the certificate names its holder.</summary>
    public required string Name { get; set; }

    public required string Issuer { get; set; }

    /// <summary>DER.</summary>
    public required byte[] Certificate { get; set; }

    /// <summary>DER, one behind the other: the certificate's issuers as far as they came with it; null where that was not looked at
    /// yet.</summary>
    public byte[]? Issuers { get; set; }

    public KeyPlace Place { get; set; }

    /// <summary>The PKCS#12 file, sealed; empty for a key that is elsewhere, and once the key is not used any more.</summary>
    public required byte[] SealedFile { get; set; }

    /// <summary>Of the settings; null for a key that no provider keeps.</summary>
    public string? Provider { get; set; }

    /// <summary>As the provider names its customer, often a number of an identity card: sealed. Null once the key is not used any
    /// more.</summary>
    public byte[]? SealedUser { get; set; }

    /// <summary>As the provider names the key.</summary>
    public string? CredentialId { get; set; }

    /// <summary>The provider wants a PIN with each request.</summary>
    public bool AsksPin { get; set; }

    /// <summary>The handwritten signature or the seal, PNG with transparency; null where nothing is to be seen on the page.</summary>
    public byte[]? Picture { get; set; }

    /// <summary>How wide the seal really is, in millimetres; null for a handwritten signature, which is as large as there is room
    /// for.</summary>
    public int? SealWidth { get; set; }

    public DateTime From { get; set; }

    public DateTime Until { get; set; }

    public DateTime AddedAt { get; set; }

    /// <summary>Since when it is not used any more; null while it is.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Wrong passwords in a row.</summary>
    public int WrongTries { get; set; }

    /// <summary>Until when no password is tried.</summary>
    public DateTime? WaitUntil { get; set; }

    /// <summary>When its holder was last told that it ends.</summary>
    public DateTime? RemindedAt { get; set; }

    /// <summary>What a signature is prepared for before the key signs.</summary>
    public KeyDescription Describe() => KeyDescription.Of(CertificateChain.Split([.. Certificate, .. Issuers ?? []]));

    /// <summary>The key itself is forgotten; whose it was and when stays.</summary>
    public void End(DateTime now) => (EndedAt, SealedFile, SealedUser) = (now, [], null);

    private sealed class Configuration : IEntityTypeConfiguration<SigningKey>
    {
        public void Configure(EntityTypeBuilder<SigningKey> key)
        {
            key.ToTable("signing_keys");
            key.Property(k => k.Name).HasMaxLength(MaxName);
            key.Property(k => k.Issuer).HasMaxLength(MaxName);
            key.Property(k => k.Certificate).HasMaxLength(MaxCertificate);
            key.Property(k => k.Issuers).HasMaxLength(MostIssuerBytes);
            key.Property(k => k.Provider).HasMaxLength(SigningProvider.MaxCode);
            key.Property(k => k.SealedUser).HasMaxLength(MaxSealedUser);
            key.Property(k => k.CredentialId).HasMaxLength(MaxCredential);
            // One that is used; those before stay, to tell later by what was signed.
            key.HasIndex(k => k.AccountId).IsUnique().HasFilter("\"EndedAt\" is null");
            key.HasIndex(k => k.UnitId).IsUnique().HasFilter("\"EndedAt\" is null");
            key.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId).OnDelete(DeleteBehavior.Restrict);
            key.HasOne<Unit>().WithMany().HasForeignKey(k => k.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
