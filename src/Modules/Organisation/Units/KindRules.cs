using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

/// <summary>Which kinds may stand under a kind on a day.</summary>
internal sealed class KindRules(UnionDb db)
{
    public Task<List<UnitKind>> AllowedUnderAsync(string? parentKind, DateOnly day, CancellationToken ct) =>
        db.Set<UnitKind>()
            .AsNoTracking()
            .ValidOn(day)
            .Where(kind => db.Set<UnitKindRule>().ValidOn(day).Any(rule => rule.ParentKind == parentKind && rule.ChildKind == kind.Code))
            .OrderBy(kind => kind.Rank)
            .ThenBy(kind => kind.Code)
            .ToListAsync(ct);
}
