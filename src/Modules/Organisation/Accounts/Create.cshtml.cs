using DoanKet.Kernel.Access;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.Accounts;

[Requires(Permissions.AccountsCode)]
internal sealed class CreateModel(CreateAccount create) : PageModel
{
    [BindProperty]
    public AccountInput Input { get; set; } = new();

    /// <summary>Shown on this page only, in the answer to the post: never stored, never in an address.</summary>
    public NewAccount? Made { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await create.HandleAsync(Input, ct);
        if (!result.Ok)
            return this.Invalid(result, nameof(Input));
        Made = result.Value;
        return Page();
    }
}
