using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>
/// A unit asks for a certificate, for one of its people or for its seal; the units above check it and send it to the issuer, and write down
/// what was issued.
/// </summary>
internal sealed class CertificateRegistration : IOwnedByUnit, IVersioned
{
    public const int MaxName = 300,
        MaxTitle = 150,
        MaxText = 1000,
        MaxSerial = 80;

    /// <summary>Papers of one registration.</summary>
    public const int MostPapers = 10;

    public Guid Id { get; set; }

    /// <summary>The unit that asks.</summary>
    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    public CertificateUse Use { get; set; }

    /// <summary>Whose account it is; null for the seal, and for people who have none.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>The person, or the unit for its seal.</summary>
    public required string HolderName { get; set; }

    /// <summary>The person's position; empty for the seal.</summary>
    public string HolderTitle { get; set; } = "";

    public string Note { get; set; } = "";

    public RegistrationState State { get; set; }

    /// <summary>The unit that has to do something now.</summary>
    public Guid LiesWithId { get; set; }

    public Unit LiesWith { get; set; } = null!;

    public DateTime AskedAt { get; set; }

    /// <summary>Why it came back, or was revoked; otherwise empty.</summary>
    public string Reason { get; set; } = "";

    /// <summary>As the certificate names its issuer; empty until one is issued, like all that follows.</summary>
    public string Issuer { get; set; } = "";

    public string SerialNumber { get; set; } = "";

    public DateTime? From { get; set; }

    public DateTime? Until { get; set; }

    /// <summary>When the unit was last told that the certificate ends.</summary>
    public DateTime? RemindedAt { get; set; }

    public int Version { get; set; }

    public List<RegistrationPaper> Papers { get; } = [];

    public List<RegistrationStep> Steps { get; } = [];

    public string Link => $"{RegistrationsModel.Address}/{Id}";

    /// <summary>For whom it is, as it stands in notices and in the log.</summary>
    public string Told => Use == CertificateUse.Seal ? $"con dấu {HolderName}" : HolderName;

    private sealed class Configuration : IEntityTypeConfiguration<CertificateRegistration>
    {
        public void Configure(EntityTypeBuilder<CertificateRegistration> registration)
        {
            registration.ToTable("signing_registrations");
            registration.Ignore(r => r.Link).Ignore(r => r.Told);
            registration.Property(r => r.HolderName).HasMaxLength(MaxName);
            registration.Property(r => r.HolderTitle).HasMaxLength(MaxTitle);
            registration.Property(r => r.Note).HasMaxLength(MaxText);
            registration.Property(r => r.Reason).HasMaxLength(MaxText);
            registration.Property(r => r.Issuer).HasMaxLength(MaxName);
            registration.Property(r => r.SerialNumber).HasMaxLength(MaxSerial);
            registration.HasIndex(r => new { r.UnitId, r.AskedAt });
            registration.HasIndex(r => new { r.LiesWithId, r.State });
            registration.HasIndex(r => new { r.State, r.Until });
            registration.HasOne(r => r.Unit).WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
            registration.HasOne(r => r.LiesWith).WithMany().HasForeignKey(r => r.LiesWithId).OnDelete(DeleteBehavior.Restrict);
            registration.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
            registration.HasMany(r => r.Papers).WithOne().HasForeignKey(p => p.RegistrationId).OnDelete(DeleteBehavior.Cascade);
            registration.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>A paper that was given with a registration.</summary>
internal sealed class RegistrationPaper
{
    public const int MaxName = 200;

    public Guid Id { get; set; }

    public Guid RegistrationId { get; set; }

    public int Ordinal { get; set; }

    public required string Name { get; set; }

    public required string Sha256 { get; set; }

    public required string MediaType { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<RegistrationPaper>
    {
        public void Configure(EntityTypeBuilder<RegistrationPaper> paper)
        {
            paper.ToTable("signing_registration_papers");
            paper.Property(p => p.Name).HasMaxLength(MaxName);
            paper.Property(p => p.Sha256).HasMaxLength(64);
            paper.Property(p => p.MediaType).HasMaxLength(100);
            paper.HasIndex(p => new { p.RegistrationId, p.Ordinal }).IsUnique();
            paper.HasOne<StoredFile>().WithMany().HasForeignKey(p => p.Sha256).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What was done with a registration, for its page.</summary>
internal sealed class RegistrationStep
{
    public const int MaxBy = 300,
        MaxText = 1500;

    public Guid Id { get; set; }

    public Guid RegistrationId { get; set; }

    public DateTime At { get; set; }

    public required string By { get; set; }

    public required string Text { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<RegistrationStep>
    {
        public void Configure(EntityTypeBuilder<RegistrationStep> step)
        {
            step.ToTable("signing_registration_steps");
            step.Property(s => s.By).HasMaxLength(MaxBy);
            step.Property(s => s.Text).HasMaxLength(MaxText);
            step.HasIndex(s => new { s.RegistrationId, s.At });
        }
    }
}
