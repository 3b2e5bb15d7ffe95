using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

/// <summary>Which kinds may stand under a kind on a day.</summary>
internal sealed class KindRules(UnionDb db)
{
    public Task<List<UnitKind>> AllowedUnderAsync(string? parentKind, DateOnly day, CancellationToken ct) =>
        (from rule in db.Set<UnitKindRule>()
         join kind in db.Set<UnitKind>() on rule.ChildKind equals kind.Code
         where rule.ParentKind == parentKind && rule.ValidFrom <= day && (rule.ValidTo == null || rule.ValidTo >= day)
         orderby kind.Rank
         select kind).AsNoTracking().Distinct().ToListAsync(ct);
}
