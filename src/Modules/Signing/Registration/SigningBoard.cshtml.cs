using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>How many units and leaders can sign, unit by unit.</summary>
[Requires(Permissions.CheckRegistrationsCode)]
internal sealed class SigningBoardModel(UnionDb db, UserContext user, ReadSigningBoard read) : PageModel
{
    public const string Address = RegistrationsModel.Address + "/bang";

    [FromQuery(Name = "don-vi")]
    public Guid? UnitId { get; set; }

    public Unit Unit { get; private set; } = null!;

    /// <summary>Null where the person does not see it.</summary>
    public Unit? Above { get; private set; }

    public IReadOnlyList<SigningBoardRow> Below { get; private set; } = [];

    public SigningBoardRow Whole { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var id = UnitId ?? (user.Required.Unit is { } own ? (await db.Units.OfficeOfAsync(own.Id, ct)).Id : Guid.Empty);
        var reached = db.Units.AsNoTracking().ReachedBy(user.Required, Permissions.CheckRegistrations);
        if (await reached.FirstOrDefaultAsync(u => u.Id == id && !u.Kind.IsPartOfParent, ct) is not { } unit)
            return NotFound();
        Unit = unit;
        Above = await reached.FirstOrDefaultAsync(u => u.Id == unit.ParentId, ct);
        (Below, Whole) = await read.HandleAsync(unit, ct);
        return Page();
    }
}
