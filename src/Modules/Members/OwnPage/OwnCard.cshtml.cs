using DoanKet.CardTokens;
using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Cards;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>The card on the member's phone, held out to a counter: a code that is another one every few minutes.</summary>
internal sealed class OwnCardModel(OwnSessions sessions, UnionDb db, CardIssuer issuer, TimeProvider time) : OwnPageModel(sessions)
{
    /// <summary>Null for a member who has no card that counts.</summary>
    public MemberCard? Card { get; private set; }

    public PhoneCard? OnPhone { get; private set; }

    public string? Photo { get; private set; }

    /// <summary>What stands before each code.</summary>
    public string CodeAddress => issuer.QrAddress;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Card = await db.Cards.AsNoTracking().FirstOrDefaultAsync(c => c.MemberId == Member.Id && c.State == CardState.InHand, ct);
        if (Card is null)
            return;
        OnPhone = issuer.Key.ForPhone(Card.Code, time.UtcDateTime());
        Photo = await db.Photos.Where(p => p.MemberId == Member.Id).Select(p => p.Sha256).FirstOrDefaultAsync(ct);
    }
}
