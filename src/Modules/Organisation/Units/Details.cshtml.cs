using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

[Requires(Permissions.ReadUnitsCode)]
internal sealed class DetailsModel(UnionDb db, UserContext user, EmployerChoices employers, TimeProvider time) : PageModel
{
    public Unit Unit { get; private set; } = null!;

    /// <summary>Kind of the employer; empty where nobody has said it.</summary>
    public string Employer { get; private set; } = "";

    public Unit? Successor { get; private set; }

    public IReadOnlyList<UnitName> Names { get; private set; } = [];

    public IReadOnlyList<UnitPlace> Places { get; private set; } = [];

    public IReadOnlyList<PostRow> Posts { get; private set; } = [];

    public int Below { get; private set; }

    public bool CanEdit { get; private set; }

    internal sealed record PostRow(string FullName, string Title, DateOnly From);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var unit = await db.Units.AsNoTracking().Include(u => u.Kind).Include(u => u.Parent).FirstOrDefaultAsync(u => u.Id == id, ct);
        if (unit is null)
            return NotFound();
        (Unit, CanEdit) = (unit, user.Required.Can(Permissions.EditUnits, unit));
        Employer = await employers.NameAsync(unit.EmployerKindCode, ct);
        Successor = unit.SuccessorId is { } next ? await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == next, ct) : null;
        Names = await db.Set<UnitName>().AsNoTracking().Where(n => n.UnitId == id).OrderByDescending(n => n.Until).ToListAsync(ct);
        Places = await db.Set<UnitPlace>()
            .AsNoTracking()
            .Include(p => p.Parent)
            .Where(p => p.UnitId == id)
            .OrderByDescending(p => p.Until)
            .ToListAsync(ct);
        Posts = await db
            .Posts.AsNoTracking()
            .HeldOn(time.Today())
            .Where(p => p.UnitId == id && p.Account.ClosedAt == null)
            .OrderBy(p => p.ValidFrom)
            .ThenBy(p => p.Id)
            .Select(p => new PostRow(p.Account.FullName, p.Title, p.ValidFrom))
            .Take(100)
            .ToListAsync(ct);
        Below = await db.Units.Living(time.Today()).CountAsync(u => u.ParentId == id, ct);
        return Page();
    }
}
