using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Absences;

internal sealed record PossibleDeputy(Guid AccountId, string FullName, string Title);

/// <summary>Who can do somebody's work: the officers of the same offices and their boards.</summary>
internal sealed class PossibleDeputies(UnionDb db, TimeProvider time)
{
    public async Task<IReadOnlyList<PossibleDeputy>> ForAsync(Guid accountId, CancellationToken ct)
    {
        var today = time.Today();
        var units = await db.Posts.HeldOn(today).Where(p => p.AccountId == accountId).Select(p => p.UnitId).Distinct().ToListAsync(ct);
        HashSet<Guid> offices = [];
        foreach (var unit in units)
            offices.Add((await db.Units.OfficeOfAsync(unit, ct)).Id);
        var people = await db
            .Posts.AsNoTracking()
            .HeldOn(today)
            .Where(p => offices.Contains(p.UnitId) || (p.Unit.Kind.IsPartOfParent && offices.Contains(p.Unit.ParentId!.Value)))
            .Where(p => p.AccountId != accountId && p.RoleCode != Roles.Viewer && p.Account.ClosedAt == null)
            .OrderBy(p => p.Id)
            .Select(p => new PossibleDeputy(p.AccountId, p.Account.FullName, p.Title))
            .ToListAsync(ct);
        return [.. people.DistinctBy(p => p.AccountId).OrderBy(p => VietnameseOrder.NameKey(p.FullName), StringComparer.Ordinal)];
    }
}
