using System.Security.Cryptography;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Providers;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Signing.Rounds;

internal enum RequestState
{
    /// <summary>The certificate to be registered is not chosen yet.</summary>
    Choosing = 0,

    /// <summary>All is known; to be sent.</summary>
    Ready = 1,

    /// <summary>On its way to the provider.</summary>
    Sending = 2,

    /// <summary>The owner has to confirm on the phone.</summary>
    Waiting = 3,

    Done = 4,

    /// <summary>It came to nothing; <see cref="ProviderRequest.Failure"/> says why. May be sent again.</summary>
    Failed = 5,
}

/// <summary>
/// What a provider of remote signing is asked to have signed: the papers of a round, or a proof that a certificate is the person's own, so
/// that it may be used.
/// </summary>
internal sealed class ProviderRequest
{
    public const string Address = "/chu-ky-so/tu-xa";

    public const int MaxTransaction = 300,
        MaxMark = 10,
        MaxFailure = 600;

    public Guid Id { get; set; }

    public Guid AccountId { get; set; }

    /// <summary>Null: a certificate is to be registered.</summary>
    public Guid? RoundId { get; set; }

    /// <summary>Whose certificate is to be registered, where it is a unit's; null for the person's own.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Of the settings.</summary>
    public required string Provider { get; set; }

    /// <summary>As the provider names its customer, often a number of an identity card: sealed.</summary>
    public required byte[] SealedUser { get; set; }

    /// <summary>As the provider names the key; empty while it is not chosen.</summary>
    public string CredentialId { get; set; } = "";

    /// <summary>DER, one behind the other: the key's certificate first; empty while it is not chosen.</summary>
    public byte[] Certificates { get; set; } = [];

    /// <summary>The provider wants a PIN with each request.</summary>
    public bool AsksPin { get; set; }

    public RequestState State { get; set; }

    /// <summary>Before the numbers of the papers, on the screen and on the phone alike; another one each time it is sent.</summary>
    public string Mark { get; set; } = "";

    /// <summary>The provider's name of it.</summary>
    public string Transaction { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    /// <summary>When it was sent last.</summary>
    public DateTime? SentAt { get; set; }

    public string Failure { get; set; } = "";

    /// <summary>Its page.</summary>
    public static string AddressOf(Guid request) => $"{Address}/{request}";

    /// <summary>Of a paper, as the phone shows it.</summary>
    public string DocumentId(int ordinal) => $"{Mark}-{ordinal:00}";

    /// <summary>Somebody at the provider is asked, or about to be.</summary>
    public bool IsUnderWay => State is RequestState.Sending or RequestState.Waiting;

    /// <summary>With the provider, before anything is asked.</summary>
    public KeyDescription Describe() => KeyDescription.Of(CertificateChain.Split(Certificates));

    public void Send(DateTime now) => (State, SentAt, Mark, Transaction, Failure) = (RequestState.Sending, now, NewMark(), "", "");

    public void Fail(string why) => (State, Failure) = (RequestState.Failed, why[..Math.Min(why.Length, MaxFailure)]);

    private static string NewMark() => RandomNumberGenerator.GetString("BCDFGHKLMNPQRSTVXZ23456789", 4);

    private sealed class Configuration : IEntityTypeConfiguration<ProviderRequest>
    {
        public void Configure(EntityTypeBuilder<ProviderRequest> request)
        {
            request.ToTable("signing_provider_requests");
            request.Ignore(r => r.IsUnderWay);
            request.Property(r => r.Provider).HasMaxLength(SigningProvider.MaxCode);
            request.Property(r => r.SealedUser).HasMaxLength(SigningKey.MaxSealedUser);
            request.Property(r => r.CredentialId).HasMaxLength(SigningKey.MaxCredential);
            request.Property(r => r.Certificates).HasMaxLength(SigningKey.MaxCertificate + SigningKey.MostIssuerBytes);
            request.Property(r => r.Mark).HasMaxLength(MaxMark);
            request.Property(r => r.Transaction).HasMaxLength(MaxTransaction);
            request.Property(r => r.Failure).HasMaxLength(MaxFailure);
            request.HasIndex(r => r.RoundId).IsUnique();
            request.HasIndex(r => new { r.AccountId, r.CreatedAt });
            // The few that somebody has to ask about.
            request.HasIndex(r => r.State).HasFilter("\"State\" in (2, 3)");
            request.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
            request.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
            request.HasOne<SigningRound>().WithMany().HasForeignKey(r => r.RoundId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
