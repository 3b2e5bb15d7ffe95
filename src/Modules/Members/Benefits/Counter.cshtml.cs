using DoanKet.Kernel.Access;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Checking;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DoanKet.Modules.Members.Benefits;

/// <summary>The counter of a partner: scan a card, see whether it counts, record what was used.</summary>
[Public("a partner's staff have no account; the address of their counter is the secret")]
[EnableRateLimiting(PublicPages.Policy)]
internal sealed class CounterModel(UseOffer use, CheckCard check) : PageModel
{
    /// <summary>As a camera, a scanner or a hand gives it.</summary>
    [BindProperty]
    public string Scanned { get; set; } = "";

    [BindProperty]
    public Guid Chosen { get; set; }

    /// <summary>Of the press.</summary>
    [BindProperty]
    public Guid Use { get; set; }

    public Partner Partner { get; private set; } = null!;

    public IReadOnlyList<Offer> Offers { get; private set; } = [];

    /// <summary>Null when nothing was scanned.</summary>
    public FoundCard? Card { get; private set; }

    public bool WasScanned { get; private set; }

    public bool IsRecorded { get; private set; }

    public bool IsGood => Card is { IsGood: true } card && UnitPath.IsWithin(card.UnitPath, Partner.Unit.Path);

    public async Task<IActionResult> OnGetAsync(string counter, CancellationToken ct) => await LoadAsync(counter, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string counter, CancellationToken ct)
    {
        if (!await LoadAsync(counter, ct))
            return NotFound();
        await LookAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostUseAsync(string counter, CancellationToken ct)
    {
        if (!await LoadAsync(counter, ct))
            return NotFound();
        var result = await use.HandleAsync(counter, Chosen, Use, Scanned, ct);
        await LookAsync(ct);
        Offers = await use.OffersAsync(Partner.Id, ct);
        if (!result.Ok)
            return this.Invalid(result);
        IsRecorded = true;
        return Page();
    }

    private async Task LookAsync(CancellationToken ct)
    {
        Card = await check.FindAsync(Scanned, ct);
        WasScanned = true;
    }

    private async Task<bool> LoadAsync(string counter, CancellationToken ct)
    {
        Response.KeepNowhere();
        if (await use.FindPartnerAsync(counter, ct) is not { } partner)
            return false;
        Partner = partner;
        Offers = await use.OffersAsync(partner.Id, ct);
        return true;
    }
}
