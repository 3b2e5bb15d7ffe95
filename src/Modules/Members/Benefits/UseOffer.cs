using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Checking;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Benefits;

/// <summary>The counter of a partner records that a member used an offer; quotas are exact also where many press at once.</summary>
internal sealed class UseOffer(UnionDb db, Work work, CheckCard check, TimeProvider time)
{
    /// <summary>The partner whose counter it is, while its agreement holds; null else.</summary>
    public async Task<Partner?> FindPartnerAsync(string? typed, CancellationToken ct)
    {
        if (CardTokens.CardCode.Read(typed) is not { } code)
            return null;
        var partner = await db.Partners.AsNoTracking().Include(p => p.Unit).FirstOrDefaultAsync(p => p.CounterCode == code, ct);
        return partner is not null && partner.IsValidOn(time.Today()) ? partner : null;
    }

    /// <summary>What the partner gives today.</summary>
    public Task<List<Offer>> OffersAsync(Guid partnerId, CancellationToken ct)
    {
        var today = time.Today();
        return db
            .Offers.AsNoTracking()
            .Where(o => o.PartnerId == partnerId && o.ValidFrom <= today && (o.ValidTo == null || o.ValidTo >= today))
            .OrderBy(o => o.Title)
            .ThenBy(o => o.Id)
            .ToListAsync(ct);
    }

    /// <param name="useId">Of the press: the same one twice is one use.</param>
    /// <param name="scanned">Token, address or code of the card.</param>
    public async Task<Result> HandleAsync(string counter, Guid offerId, Guid useId, string scanned, CancellationToken ct)
    {
        try
        {
            return await work.RunAsync(() => UseAsync(counter, offerId, useId, scanned, ct), ct);
        }
        catch (DbUpdateException error) when (db.Dialect.IsDuplicate(error))
        {
            // The other press of the same button has kept it.
            return Result.Success;
        }
    }

    private async Task<Result> UseAsync(string counter, Guid offerId, Guid useId, string scanned, CancellationToken ct)
    {
        var partner = await FindPartnerAsync(counter, ct);
        if (partner is null || useId == Guid.Empty)
            return Result.Refuse("Quầy này không còn dùng được.");
        await db.Dialect.LockRowAsync<Offer>(db, offerId, ct);
        var offer = await db.Offers.FirstOrDefaultAsync(o => o.Id == offerId && o.PartnerId == partner.Id, ct);
        if (offer is null)
            return Result.Refuse("Ưu đãi này không phải của quầy.");
        if (await db.OfferUses.AnyAsync(u => u.Id == useId, ct))
            return Result.Success;
        var card = await check.FindAsync(scanned, ct);
        if (card is not { IsGood: true } || !UnitPath.IsWithin(card.UnitPath, partner.Unit.Path))
            return Result.Fail("Thẻ không có hiệu lực cho ưu đãi này.");
        var usedByMember = await db.OfferUses.CountAsync(u => u.OfferId == offerId && u.MemberId == card.MemberId, ct);
        var problem =
            !offer.IsValidOn(time.Today()) ? "Ưu đãi này không còn hiệu lực."
            : offer.Used >= offer.Quota ? "Ưu đãi này đã hết lượt."
            : usedByMember >= offer.QuotaOfMember ? "Người này đã dùng hết lượt của mình."
            : null;
        if (problem is not null)
            return Result.Fail(problem);
        offer.Used++;
        db.Add(
            new OfferUse
            {
                Id = useId,
                OfferId = offerId,
                CardId = card.CardId,
                MemberId = card.MemberId,
                UnitId = card.UnitId,
                At = time.UtcDateTime(),
            }
        );
        return Result.Success;
    }
}
