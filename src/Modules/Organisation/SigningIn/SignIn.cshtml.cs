using System.Net.Mime;
using DoanKet.Kernel.Access;
using DoanKet.Ui.Forms;
using DoanKet.Ui.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DoanKet.Modules.Organisation.SigningIn;

[Public("nobody is signed in before signing in")]
[EnableRateLimiting(SignInSetup.TriesPolicy)]
internal sealed class SignInModel(SignInPerson signIn, Passkeys passkeys) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    /// <summary>Where the person was going.</summary>
    [FromQuery(Name = "tiep")]
    public string? Next { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Target) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await signIn.HandleAsync(Input.UserName, Input.Password, HttpContext, ct);
        if (!result.Ok)
            return this.Invalid(result);
        return result.Value ? LocalRedirect(Target) : RedirectToPage("SecondStep", new { tiep = Next });
    }

    /// <summary>For the script: what to ask the device for.</summary>
    public async Task<IActionResult> OnPostAskPasskeyAsync() => Content(await passkeys.AskAsync(), MediaTypeNames.Application.Json);

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken ct)
    {
        var result = await passkeys.SignInAsync(credential ?? "", HttpContext, ct);
        return result.Ok ? LocalRedirect(Target) : this.Invalid(result);
    }

    private string Target => LocalAddress.OrHome(Next);
}

internal sealed class SignInInput
{
    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";
}
