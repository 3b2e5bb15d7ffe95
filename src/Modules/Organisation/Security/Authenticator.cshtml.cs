using DoanKet.Kernel.Access;
using DoanKet.Modules.Organisation.SigningIn;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.Security;

/// <summary>First the password, then a picture to scan and the first code, then the recovery codes.</summary>
[SignedIn("one's own ways of signing in")]
internal sealed class AuthenticatorModel(OwnPassword own, AuthenticatorApp app, SetUpSecondStep setUp) : PageModel
{
    [BindProperty]
    public SecurityInput Input { get; set; } = new();

    /// <summary>In groups of four, for who types it; null before the password.</summary>
    public string? KeyToType { get; private set; }

    public string AddressToScan { get; private set; } = "";

    /// <summary>Set in the answer to the right first code only.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostBeginAsync()
    {
        var begun = await setUp.BeginAsync(Input.Password, HttpContext);
        return begun.Ok ? RedirectToPage() : this.Invalid(begun, nameof(Input));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var on = await setUp.TurnOnAsync(Input.Code, ct);
        if (!on.Ok)
        {
            await LoadAsync();
            return this.Invalid(on, nameof(Input));
        }
        Codes = on.Value;
        return Page();
    }

    private async Task LoadAsync()
    {
        var account = await own.FindAsync();
        if (await app.NewKeyAsync(account) is not { } key)
            return;
        KeyToType = string.Join(' ', key.Chunk(4).Select(four => new string(four)));
        AddressToScan = AuthenticatorApp.AddressOf(key, account);
    }
}

internal sealed class SecurityInput
{
    public string Password { get; set; } = "";

    public string Code { get; set; } = "";
}
