using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Cards;

/// <summary>The member has the card in hand: from here on it counts, and an older one counts no longer.</summary>
internal sealed class HandOverCards(UnionDb db, Work work, AuditTrail audit, UserContext user, CardSteps steps)
{
    /// <returns>How many were handed over.</returns>
    public Task<Result<int>> HandleAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (ids.Count == 0)
                    return Result<int>.Fail("Hãy đánh dấu ít nhất một thẻ.");
                var mine = await db
                    .Cards.VisibleTo(user.Required, Permissions.Edit)
                    .Where(c => ids.Contains(c.Id))
                    .OrderBy(c => c.Id)
                    .ToListAsync(ct);
                if (mine.Count == 0)
                    return Result<int>.Refuse("Anh/chị không có quyền ghi trao những thẻ này.");
                var cards = mine.FindAll(c => c.State == CardState.Delivered);
                var members = cards.ConvertAll(c => c.MemberId);
                var older = await db.Cards.Where(c => members.Contains(c.MemberId) && c.State == CardState.InHand).ToListAsync(ct);
                foreach (var card in older)
                    steps.To(card, CardState.Replaced);
                // First, for a member has one card that counts.
                await db.SaveChangesAsync(ct);
                foreach (var card in cards)
                    steps.To(card, CardState.InHand);
                if (cards.Count > 0)
                    audit.Record("members.cards.handed-over", null, $"Trao {cards.Count} thẻ đoàn viên");
                return Result.Of(cards.Count);
            },
            ct
        );
}
