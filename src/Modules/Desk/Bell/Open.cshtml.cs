using DoanKet.Kernel.Access;
using DoanKet.Ui.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Desk.Bell;

/// <summary>A notice is read by going where it points.</summary>
[SignedIn("everybody opens their own notices")]
internal sealed class OpenModel(MarkRead mark) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await mark.OneAsync(id, ct) is not { } link)
            return NotFound();
        // A notice never leads out of the program, whoever wrote it.
        return Redirect(Url.IsLocalUrl(link) ? link : ShellAddresses.Notifications);
    }
}
