using DoanKet.Kernel.Access;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.Security;

[SignedIn("one's own ways of signing in")]
internal sealed class TurnOffModel(SetUpSecondStep setUp) : PageModel
{
    [BindProperty]
    public SecurityInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var off = await setUp.TurnOffAsync(Input.Password, HttpContext, ct);
        if (!off.Ok)
            return this.Invalid(off, nameof(Input));
        TempData["flash"] = "Đã tắt xác nhận hai bước.";
        return RedirectToPage("Overview");
    }
}
