using DoanKet.Kernel.Access;
using DoanKet.Modules.Members.Registry;
using DoanKet.PersonalData;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DoanKet.Modules.Members.SelfEntry;

/// <summary>Where the QR code of a union's poster leads: people enter themselves.</summary>
[Public("people who have no account enter themselves")]
[EnableRateLimiting(PublicPages.Policy)]
internal sealed class SelfEntryModel(ReceiveSlip receive) : PageModel
{
    [BindProperty]
    public SlipInput Input { get; set; } = new();

    /// <summary>What a camera or a scanner read off the citizen card.</summary>
    [BindProperty]
    public string Scanned { get; set; } = "";

    public string UnionName { get; private set; } = "";

    public bool IsSent { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await LoadAsync(code, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
            return NotFound();
        var result = await receive.HandleAsync(code, Input, ct);
        if (!result.Ok)
            return this.Invalid(result, nameof(Input));
        IsSent = true;
        return Page();
    }

    public async Task<IActionResult> OnPostScanAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
            return NotFound();
        if (CitizenCard.Read(Scanned) is not { } card)
            ModelState.AddModelError(nameof(Scanned), CitizenCardText.Unread);
        else
            Input = SlipInput.Of(card);
        return Page();
    }

    private async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        Response.KeepNowhere();
        if (await receive.FindLinkAsync(code, ct) is not { } link)
            return false;
        UnionName = link.Unit.Name;
        return true;
    }
}
