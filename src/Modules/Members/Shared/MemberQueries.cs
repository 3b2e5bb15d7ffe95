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

    /// <summary>Rows of a unit and of all below it.</summary>
    public static IQueryable<T> OfUnitsWithin<T>(this IQueryable<T> rows, string path)
        where T : class, IOwnedByUnit
    {
        var end = UnitPath.EndOf(path);
        return rows.Where(row => row.Unit.Path.CompareTo(path) >= 0 && row.Unit.Path.CompareTo(end) < 0);
    }
}
