using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

[Requires(Permissions.EditUnitsCode)]
internal sealed class CreateModel(UnionDb db, KindRules rules, CreateUnit create, UserContext user, TimeProvider time) : PageModel
{
    [FromQuery(Name = "trong")]
    public Guid? Within { get; set; }

    [BindProperty]
    public UnitInput Input { get; set; } = new();

    public string ParentName { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Input.ParentId = Within ?? user.Required.Unit?.Id;
        Input.ValidFrom = time.Today();
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // What is no day stands in ModelState; taken for empty it would become today.
        if (!ModelState.IsValid)
            return await RefuseAsync(Result.Success, ct);
        var result = await create.HandleAsync(Input, ct);
        if (!result.Ok)
            return await RefuseAsync(result, ct);
        TempData["flash"] = $"Đã thêm {result.Value.Name}.";
        return Redirect($"/don-vi/{result.Value.Id}");
    }

    private async Task<IActionResult> RefuseAsync(Result result, CancellationToken ct)
    {
        return await ShowAsync(ct) is NotFoundResult missing ? missing : this.Invalid(result, nameof(Input));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var parent = await db
            .Units.ReachedBy(user.Required, Permissions.EditUnits)
            .AsNoTracking()
            .FirstOrDefaultAsync(u => u.Id == Input.ParentId, ct);
        if (parent is null)
            return NotFound();
        ParentName = parent.Name;
        Kinds =
        [
            .. (await rules.AllowedUnderAsync(parent.KindCode, Input.ValidFrom ?? time.Today(), ct)).Select(k => new SelectListItem(
                k.Name,
                k.Code
            )),
        ];
        return Page();
    }
}
