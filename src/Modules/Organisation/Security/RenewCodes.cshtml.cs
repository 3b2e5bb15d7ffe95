using DoanKet.Kernel.Access;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.Security;

[SignedIn("one's own ways of signing in")]
internal sealed class RenewCodesModel(SetUpSecondStep setUp) : PageModel
{
    [BindProperty]
    public SecurityInput Input { get; set; } = new();

    /// <summary>Set in the answer to the right password only.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var renewed = await setUp.RenewCodesAsync(Input.Password, HttpContext, ct);
        if (!renewed.Ok)
            return this.Invalid(renewed, nameof(Input));
        Codes = renewed.Value;
        return Page();
    }
}
