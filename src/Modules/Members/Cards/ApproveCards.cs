using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Cards;

/// <summary>The union above says for whom cards are printed.</summary>
internal sealed class ApproveCards(UnionDb db, Work work, AuditTrail audit, UserContext user, CardSteps steps)
{
    /// <returns>How many were approved; those that somebody else looked at meanwhile are passed over.</returns>
    public Task<Result<int>> HandleAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (ids.Count == 0)
                    return Result<int>.Fail("Hãy đánh dấu ít nhất một thẻ.");
                var mine = await Mine().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(ct);
                if (mine.Count == 0)
                    return Result<int>.Refuse("Anh/chị không có quyền duyệt những thẻ này.");
                var cards = mine.FindAll(c => c.State == CardState.Asked);
                foreach (var card in cards)
                    steps.To(card, CardState.Approved);
                if (cards.Count > 0)
                    audit.Record("members.cards.approved", null, $"Duyệt cấp {cards.Count} thẻ đoàn viên");
                return Result.Of(cards.Count);
            },
            ct
        );

    public Task<Result> RefuseAsync(Guid id, string reason, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var card = await Mine().Include(c => c.Member).FirstOrDefaultAsync(c => c.Id == id, ct);
                if (card is null)
                    return Result.Refuse("Anh/chị không có quyền duyệt thẻ này.");
                var check = new Check()
                    .That(card.State is CardState.Asked or CardState.Approved, "", "Thẻ này đã qua bước duyệt.")
                    .Filled(reason, "RefuseNote", "Hãy ghi lý do để công đoàn cơ sở biết.")
                    .AtMost(reason, CardStep.MaxNote, "RefuseNote", "Lý do");
                if (!check.Ok)
                    return check.AsResult();
                steps.To(card, CardState.Refused, reason.Trim());
                audit.Record("members.cards.refused", card.MemberId, $"Không duyệt cấp thẻ cho {card.Member.FullName}: {reason.Trim()}");
                return Result.Success;
            },
            ct
        );

    private IQueryable<MemberCard> Mine() => db.Cards.VisibleTo(user.Required, Permissions.Cards);
}
