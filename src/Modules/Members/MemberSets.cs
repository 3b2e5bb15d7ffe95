using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Shared;
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

        public DbSet<ImportChange> ImportChanges => db.Set<ImportChange>();

        public DbSet<MemberMovement> Movements => db.Set<MemberMovement>();
    }
}
