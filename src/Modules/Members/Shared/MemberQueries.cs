using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Shared;

/// <summary>The questions that many pages of the module ask.</summary>
internal static class MemberQueries
{
    /// <summary>One member with the union, to be looked at; null where the permission does not reach.</summary>
    public static Task<Member?> FindMemberAsync(
        this UnionDb db,
        CurrentUser person,
        Permission permission,
        Guid id,
        CancellationToken ct
    ) => db.Members.AsNoTracking().VisibleTo(person, permission).Include(m => m.Unit).FirstOrDefaultAsync(m => m.Id == id, ct);

    /// <summary>All that is kept of a member, to be looked at.</summary>
    public static async Task<MemberRecord> ReadRecordAsync(this UnionDb db, Member member, CancellationToken ct)
    {
        var profile = await db.Profiles.AsNoTracking().FirstOrDefaultAsync(p => p.MemberId == member.Id, ct);
        var sensitive = await db.Sensitive.AsNoTracking().FirstOrDefaultAsync(s => s.MemberId == member.Id, ct);
        return new(member, profile ?? new() { MemberId = member.Id }, sensitive ?? new() { MemberId = member.Id });
    }

    /// <summary>All that is kept of a member, to be changed; rows that were missing are added.</summary>
    public static async Task<MemberRecord> TrackRecordAsync(this UnionDb db, Member member, CancellationToken ct)
    {
        var profile = await db.Profiles.FirstOrDefaultAsync(p => p.MemberId == member.Id, ct);
        var sensitive = await db.Sensitive.FirstOrDefaultAsync(s => s.MemberId == member.Id, ct);
        if (profile is null)
            db.Add(profile = new() { MemberId = member.Id });
        if (sensitive is null)
            db.Add(sensitive = new() { MemberId = member.Id });
        return new(member, profile, sensitive);
    }

    /// <summary>Rows of a unit and of all below it.</summary>
    public static IQueryable<T> OfUnitsWithin<T>(this IQueryable<T> rows, string path)
        where T : class, IOwnedByUnit
    {
        var end = UnitPath.EndOf(path);
        return rows.Where(row => row.Unit.Path.CompareTo(path) >= 0 && row.Unit.Path.CompareTo(end) < 0);
    }
}
