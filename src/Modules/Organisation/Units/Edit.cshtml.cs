using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

[Requires(Permissions.EditUnitsCode)]
internal sealed class EditModel(UnionDb db, UserContext user, EditUnit edit) : PageModel
{
    [BindProperty]
    public UnitInput Input { get; set; } = new();

    public Guid Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Id = id;
        if (
            await db.Units.ReachedBy(user.Required, Permissions.EditUnits).AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct)
            is not { } unit
        )
            return NotFound();
        Input = UnitInput.From(unit);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Id = id;
        var result = await edit.HandleAsync(id, Input, ct);
        if (!result.Ok)
            return this.Invalid(result, nameof(Input));
        TempData["flash"] = "Đã lưu.";
        return Redirect($"/don-vi/{id}");
    }
}
