using DoanKet.Kernel.Access;
using DoanKet.Ui.Forms;
using DoanKet.Ui.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DoanKet.Modules.Organisation.SigningIn;

[Public("nobody is signed in before the second step is done")]
[EnableRateLimiting(SignInSetup.TriesPolicy)]
internal sealed class SecondStepModel(PendingSignIn pending, CheckSecondStep check) : PageModel
{
    [BindProperty]
    public SecondStepInput Input { get; set; } = new();

    /// <summary>Where the person was going.</summary>
    [FromQuery(Name = "tiep")]
    public string? Next { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await pending.FindAsync(HttpContext) is null ? RedirectToPage("SignIn", new { tiep = Next }) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await check.HandleAsync(Input.Code, Input.Trust, HttpContext, ct);
        return result.Ok ? LocalRedirect(LocalAddress.OrHome(Next)) : this.Invalid(result, nameof(Input));
    }
}

internal sealed class SecondStepInput
{
    public string Code { get; set; } = "";

    public bool Trust { get; set; }
}
