using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Benefits;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>What partners give today to members of the member's union.</summary>
internal sealed class MyOffersModel(OwnSessions sessions, UnionDb db, TimeProvider time) : OwnPageModel(sessions)
{
    public IReadOnlyList<Offer> Offers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = time.Today();
        var valid = await db
            .Offers.AsNoTracking()
            .Include(o => o.Partner)
                .ThenInclude(p => p.Unit)
            .Where(o => o.ValidFrom <= today && (o.ValidTo == null || o.ValidTo >= today))
            .Where(o => o.Partner.ValidFrom <= today && (o.Partner.ValidTo == null || o.Partner.ValidTo >= today))
            .OrderBy(o => o.Partner.Name)
            .ThenBy(o => o.Title)
            .ThenBy(o => o.Id)
            .ToListAsync(ct);
        Offers = valid.FindAll(o => UnitPath.IsWithin(Member.Unit.Path, o.Partner.Unit.Path) && !(o.Used >= o.Quota));
    }
}
