using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Signing.Checking;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Places;
using DoanKet.Modules.Signing.Registration;
using DoanKet.Modules.Signing.Rounds;
using DoanKet.Modules.Signing.Trust;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing;

/// <summary>The module's tables, by name, on the one context.</summary>
internal static class SigningSets
{
    extension(UnionDb db)
    {
        public DbSet<FileCheck> FileChecks => db.Set<FileCheck>();

        public DbSet<CertificateRegistration> Registrations => db.Set<CertificateRegistration>();

        public DbSet<RequiredPaper> RequiredPapers => db.Set<RequiredPaper>();

        public DbSet<MovedPicture> MovedPictures => db.Set<MovedPicture>();

        public DbSet<SigningKey> SigningKeys => db.Set<SigningKey>();

        public DbSet<AgentJob> AgentJobs => db.Set<AgentJob>();

        public DbSet<ProviderRequest> ProviderRequests => db.Set<ProviderRequest>();

        public DbSet<SigningRound> SigningRounds => db.Set<SigningRound>();

        public DbSet<TrustedRoot> TrustedRoots => db.Set<TrustedRoot>();
    }
}
