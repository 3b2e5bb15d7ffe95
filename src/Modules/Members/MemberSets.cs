using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Benefits;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Duplicates;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.OwnPage;
using DoanKet.Modules.Members.Photos;
using DoanKet.Modules.Members.Printing;
using DoanKet.Modules.Members.Quality;
using DoanKet.Modules.Members.Requests;
using DoanKet.Modules.Members.SelfEntry;
using DoanKet.Modules.Members.Shared;
using DoanKet.Modules.Members.Terms;
using DoanKet.Modules.Members.Transfers;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members;

/// <summary>The module's tables, by name, on the one context.</summary>
internal static class MemberSets
{
    extension(UnionDb db)
    {
        public DbSet<Member> Members => db.Set<Member>();

        public DbSet<MemberProfile> Profiles => db.Set<MemberProfile>();

        public DbSet<MemberSensitive> Sensitive => db.Set<MemberSensitive>();

        public DbSet<MemberImport> Imports => db.Set<MemberImport>();

        public DbSet<ImportRun> ImportRuns => db.Set<ImportRun>();

        public DbSet<ImportPart> ImportParts => db.Set<ImportPart>();

        public DbSet<ImportChange> ImportChanges => db.Set<ImportChange>();

        public DbSet<MemberMovement> Movements => db.Set<MemberMovement>();

        public DbSet<MemberCard> Cards => db.Set<MemberCard>();

        public DbSet<CardStep> CardSteps => db.Set<CardStep>();

        public DbSet<CardBatch> CardBatches => db.Set<CardBatch>();

        public DbSet<CardFile> CardFiles => db.Set<CardFile>();

        public DbSet<BlankEntry> Blanks => db.Set<BlankEntry>();

        public DbSet<CardTemplate> CardTemplates => db.Set<CardTemplate>();

        public DbSet<MemberTransfer> Transfers => db.Set<MemberTransfer>();

        public DbSet<EntryLink> EntryLinks => db.Set<EntryLink>();

        public DbSet<EntrySlip> EntrySlips => db.Set<EntrySlip>();

        public DbSet<Partner> Partners => db.Set<Partner>();

        public DbSet<Offer> Offers => db.Set<Offer>();

        public DbSet<OfferUse> OfferUses => db.Set<OfferUse>();

        public DbSet<SuspectPair> SuspectPairs => db.Set<SuspectPair>();

        public DbSet<MemberMerge> Merges => db.Set<MemberMerge>();

        public DbSet<MemberConsent> Consents => db.Set<MemberConsent>();

        public DbSet<MemberSession> MemberSessions => db.Set<MemberSession>();

        public DbSet<MemberPasskey> MemberPasskeys => db.Set<MemberPasskey>();

        public DbSet<OneTimeCode> OneTimeCodes => db.Set<OneTimeCode>();

        public DbSet<RequestKind> RequestKinds => db.Set<RequestKind>();

        public DbSet<MemberRequest> Requests => db.Set<MemberRequest>();

        public DbSet<UnionTerm> UnionTerms => db.Set<UnionTerm>();

        public DbSet<UnionPost> UnionPosts => db.Set<UnionPost>();

        public DbSet<QualityLevel> QualityLevels => db.Set<QualityLevel>();

        public DbSet<UnionRating> Ratings => db.Set<UnionRating>();

        public DbSet<MemberPhoto> Photos => db.Set<MemberPhoto>();
    }
}
