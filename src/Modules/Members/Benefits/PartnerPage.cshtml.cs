using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Settings;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DoanKet.Modules.Members.Benefits;

/// <summary>A partner: its offers, its counter, who uses them, and its agreement.</summary>
[Requires(Permissions.BenefitsCode)]
internal sealed class PartnerPageModel(
    UnionDb db,
    UserContext user,
    SavePartner save,
    SaveOffer saveOffer,
    IOptions<SiteOptions> site,
    TimeProvider time
) : PageModel
{
    private const int Shown = 50;

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [.. Enum.GetValues<OfferKind>().Select(kind => new SelectListItem(kind.Name(), kind.ToString()))];

    [BindProperty]
    public PartnerInput Input { get; set; } = new();

    [BindProperty]
    public OfferInput Offer { get; set; } = new();

    /// <summary>The offer that is changed; none for a new one.</summary>
    [FromQuery(Name = "uu-dai")]
    public Guid? OfferId { get; set; }

    public Partner Partner { get; private set; } = null!;

    public IReadOnlyList<Offer> Offers { get; private set; } = [];

    public IReadOnlyList<UnionRow> Unions { get; private set; } = [];

    public string CounterAddress =>
        new Uri(
            site.Value.Address ?? new Uri($"{Request.Scheme}://{Request.Host}"),
            "/quay/" + Partner.CounterCode.ToLowerInvariant()
        ).ToString();

    internal sealed record UnionRow(string Unit, int Uses);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        Input = PartnerInput.From(Partner);
        if (OfferId is null)
            Offer.ValidFrom = time.Today();
        else if (Offers.FirstOrDefault(o => o.Id == OfferId) is { } chosen)
            Offer = OfferInput.From(chosen);
        else
            return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await save.HandleAsync(id, Input, ct);
        return result.Ok ? Done("Đã lưu đối tác.") : this.Invalid(result, nameof(Input));
    }

    public async Task<IActionResult> OnPostOfferAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await saveOffer.HandleAsync(id, OfferId, Offer, ct);
        return result.Ok ? Done("Đã lưu ưu đãi.") : this.Invalid(result, nameof(Offer));
    }

    public async Task<IActionResult> OnPostCounterAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await save.RenewCounterAsync(id, ct);
        return result.Ok ? Done("Đã đổi địa chỉ quầy; hãy gửi địa chỉ mới cho đối tác.") : this.Invalid(result);
    }

    private RedirectResult Done(string said)
    {
        TempData["flash"] = said;
        return Redirect($"/doan-vien/phuc-loi/{Partner.Id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var partner = await db
            .Partners.AsNoTracking()
            .VisibleTo(user.Required, Permissions.Benefits)
            .Include(p => p.Unit)
            .FirstOrDefaultAsync(p => p.Id == id, ct);
        if (partner is null)
            return false;
        Partner = partner;
        Offers = await db.Offers.AsNoTracking().Where(o => o.PartnerId == id).OrderBy(o => o.Title).ThenBy(o => o.Id).ToListAsync(ct);
        var (offers, units) = (db.Offers, db.Units);
        Unions = await db
            .OfferUses.Where(u => offers.Any(o => o.Id == u.OfferId && o.PartnerId == id))
            .GroupBy(u => u.UnitId)
            .Select(g => new { g.Key, Uses = g.Count() })
            .OrderByDescending(g => g.Uses)
            .ThenBy(g => g.Key)
            .Take(Shown)
            .Join(units, g => g.Key, u => u.Id, (g, u) => new UnionRow(u.Name, g.Uses))
            .ToListAsync(ct);
        Unions = [.. Unions.OrderByDescending(u => u.Uses).ThenBy(u => u.Unit, StringComparer.Ordinal)];
        return true;
    }
}
