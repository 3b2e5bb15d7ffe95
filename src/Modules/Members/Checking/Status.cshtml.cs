using DoanKet.Kernel.Access;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DoanKet.Modules.Members.Checking;

/// <summary>Where the QR code of a card leads: good, no longer good, or unknown. The code can be typed, too.</summary>
[Public("a shop or a counter looks whether a card counts")]
[EnableRateLimiting(PublicPages.Policy)]
internal sealed class StatusModel(CheckCard check) : PageModel
{
    /// <summary>As typed from the face of the card.</summary>
    [FromQuery(Name = "ma")]
    public string? Code { get; set; }

    /// <summary>Null when nothing was asked.</summary>
    public CheckedCard? Card { get; private set; }

    public async Task OnGetAsync(string? token, CancellationToken ct)
    {
        var asked = token ?? Code;
        Card = string.IsNullOrWhiteSpace(asked) ? null : await check.HandleAsync(asked, ct);
        Response.KeepNowhere();
    }
}
