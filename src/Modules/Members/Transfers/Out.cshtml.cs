using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Members.Transfers;

/// <summary>The home union sends a member on to another union.</summary>
[Requires(Permissions.EditCode)]
internal sealed class OutModel(UnionDb db, UserContext user, AskTransfer ask, TimeProvider time) : PageModel
{
    [BindProperty]
    public TransferInput Input { get; set; } = new();

    public Member Member { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Input.On = time.Today();
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (Input.To.IsChoosing(ModelState))
            return Page();
        var result = await ask.OutAsync(id, Input, ct);
        return result.Ok ? Redirect($"/doan-vien/chuyen/{result.Value}") : this.Invalid(result, nameof(Input));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var member = await db.FindMemberAsync(user.Required, Permissions.Edit, id, ct);
        if (member is null)
            return false;
        Member = member;
        return true;
    }
}
