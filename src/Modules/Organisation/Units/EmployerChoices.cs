using DoanKet.Kernel;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

/// <summary>The kinds of employers for the form of a unit.</summary>
internal sealed class EmployerChoices(UnionDb db, TimeProvider time)
{
    public async Task<IReadOnlyList<SelectListItem>> TodayAsync(CancellationToken ct) =>
        [
            .. (await db.Set<EmployerKind>().AsNoTracking().ValidOn(time.Today()).OrderBy(kind => kind.Rank).ToListAsync(ct)).Select(
                kind => new SelectListItem(kind.Name, kind.Code)
            ),
        ];

    /// <summary>Empty for a unit of which nobody has said it.</summary>
    public async Task<string> NameAsync(string code, CancellationToken ct) =>
        await db.Set<EmployerKind>().Where(kind => kind.Code == code).Select(kind => kind.Name).FirstOrDefaultAsync(ct) ?? "";
}
