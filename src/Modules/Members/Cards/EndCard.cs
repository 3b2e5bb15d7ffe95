using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Cards;

/// <summary>A card is lost, damaged or taken back: it counts no longer from this moment on.</summary>
internal sealed class EndCard(UnionDb db, Work work, AuditTrail audit, UserContext user, CardSteps steps)
{
    public static IReadOnlyList<CardState> Ways { get; } = [CardState.Lost, CardState.Damaged, CardState.Withdrawn];

    public static bool CanEnd(CardState state) => state is CardState.Printed or CardState.Delivered or CardState.InHand;

    public Task<Result> HandleAsync(Guid id, CardState? way, string note, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var card = await db
                    .Cards.VisibleTo(user.Required, Permissions.Edit)
                    .Include(c => c.Member)
                    .FirstOrDefaultAsync(c => c.Id == id, ct);
                if (card is null)
                    return Result.Refuse("Anh/chị không có quyền với thẻ này.");
                var check = new Check()
                    .That(way is { } chosen && Ways.Contains(chosen), "Way", "Hãy chọn việc đã xảy ra với thẻ.")
                    .That(CanEnd(card.State), "", $"Thẻ {card.State.Name().ToLowerInvariant()}, nên không ghi được việc này.")
                    .AtMost(note, CardStep.MaxNote, "EndNote", "Ghi chú");
                if (!check.Ok)
                    return check.AsResult();
                steps.To(card, way!.Value, note.Trim());
                audit.Record("members.cards.ended", card.MemberId, $"{way.Value.Name()}: thẻ của {card.Member.FullName}");
                return Result.Success;
            },
            ct
        );

    /// <summary>Within the act that ends a membership.</summary>
    public async Task OfAsync(Member member, CancellationToken ct)
    {
        var cards = await db.Cards.Where(c => c.MemberId == member.Id && c.State <= CardState.InHand).ToListAsync(ct);
        foreach (var card in cards)
            steps.To(card, CardState.Withdrawn, "Thôi là đoàn viên");
    }
}
