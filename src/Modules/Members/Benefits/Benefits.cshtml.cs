using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Benefits;

/// <summary>What members of the person's unions get today, from partners of all offices above; and partners to keep.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class BenefitsModel(UnionDb db, UserContext user, TimeProvider time) : PageModel
{
    private const int Shown = 200;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<PartnerRow> Partners { get; private set; } = [];

    public bool MayKeep => user.Required.Can(Permissions.Benefits);

    internal sealed record Row(
        Guid PartnerId,
        string Partner,
        string Title,
        string Terms,
        OfferKind Kind,
        DateOnly? ValidTo,
        int Used,
        int? Quota
    );

    internal sealed record PartnerRow(Guid Id, string Name, string Trade, DateOnly? ValidTo, int Offers);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = time.Today();
        // Agreements hold for all unions below the office that made them.
        var paths = user.Required.Posts.SelectMany(post => UnitPath.SelfAndAncestors(post.UnitPath)).Distinct().ToList();
        Rows = await db
            .Offers.AsNoTracking()
            .Where(o => paths.Contains(o.Partner.Unit.Path))
            .Where(o => o.ValidFrom <= today && (o.ValidTo == null || o.ValidTo >= today))
            .Where(o => o.Partner.ValidFrom <= today && (o.Partner.ValidTo == null || o.Partner.ValidTo >= today))
            .OrderBy(o => o.Partner.Name)
            .ThenBy(o => o.Title)
            .ThenBy(o => o.Id)
            .Take(Shown)
            .Select(o => new Row(o.PartnerId, o.Partner.Name, o.Title, o.Terms, o.Kind, o.ValidTo, o.Used, o.Quota))
            .ToListAsync(ct);
        if (!MayKeep)
            return;
        var offers = db.Offers;
        Partners = await db
            .Partners.AsNoTracking()
            .VisibleTo(user.Required, Permissions.Benefits)
            .OrderBy(p => p.Name)
            .ThenBy(p => p.Id)
            .Take(Shown)
            .Select(p => new PartnerRow(p.Id, p.Name, p.Trade, p.ValidTo, offers.Count(o => o.PartnerId == p.Id)))
            .ToListAsync(ct);
    }
}
