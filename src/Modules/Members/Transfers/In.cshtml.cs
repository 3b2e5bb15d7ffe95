using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Transfers;

/// <summary>A union asks the home union of somebody who came to it.</summary>
[Requires(Permissions.EditCode)]
internal sealed class InModel(UnionDb db, UserContext user, AskTransfer ask, TimeProvider time) : PageModel
{
    [BindProperty]
    public TransferInput Input { get; set; } = new();

    /// <summary>The person's own union, where it is one of members; null where the union is to be chosen.</summary>
    public Unit? Own { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Input.On = time.Today();
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Input.To.IsChoosing(ModelState))
            return Page();
        if (Own is not null)
            Input.To.Ids = [Own.Id];
        var result = await ask.InAsync(Input, ct);
        return result.Ok ? Redirect($"/doan-vien/chuyen/{result.Value}") : this.Invalid(result, nameof(Input));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if (user.Required.Unit is not { } acting)
            return;
        var office = await db.Units.OfficeOfAsync(acting.Id, ct);
        Own = await db.Units.AnyAsync(u => u.ParentId == office.Id && !u.Kind.IsPartOfParent, ct) ? null : office;
    }
}
