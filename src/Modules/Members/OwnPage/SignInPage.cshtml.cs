using System.Net.Mime;
using DoanKet.Kernel.Access;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>Where members get to their own page: number or phone first, then the code.</summary>
[Public("members have no account and come in by a code")]
[EnableRateLimiting(PublicPages.Policy)]
internal sealed class SignInPageModel(LetIn letIn, OwnPasskeys passkeys) : PageModel
{
    /// <summary>Number of the citizen card, or phone.</summary>
    [BindProperty]
    public string Who { get; set; } = "";

    [BindProperty]
    public string Code { get; set; } = "";

    /// <summary>The second step: the code is typed.</summary>
    public bool AsksCode { get; private set; }

    public bool CanSend => letIn.CanSend;

    public void OnGet() => Response.KeepNowhere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Response.KeepNowhere();
        if (string.IsNullOrWhiteSpace(Who))
        {
            ModelState.AddModelError(nameof(Who), "Hãy ghi số CCCD hoặc số điện thoại.");
            return Page();
        }
        await letIn.SendAsync(Who, ct);
        AsksCode = true;
        return Page();
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken ct)
    {
        AsksCode = true;
        var result = await letIn.EnterAsync(Who, Code, HttpContext, ct);
        return result.Ok ? Redirect(OwnSessions.Address) : this.Invalid(result);
    }

    /// <summary>For the script: what to ask the phone for.</summary>
    public async Task<ContentResult> OnPostAskPasskeyAsync()
    {
        Response.KeepNowhere();
        return Content(await passkeys.AskSignInAsync(HttpContext), MediaTypeNames.Application.Json);
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken ct)
    {
        Response.KeepNowhere();
        var result = await passkeys.EnterAsync(credential ?? "", HttpContext, ct);
        return result.Ok ? Redirect(OwnSessions.Address) : this.Invalid(result);
    }
}
