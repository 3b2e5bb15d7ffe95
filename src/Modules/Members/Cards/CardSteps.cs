using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Cards;

/// <summary>Brings cards to a state and keeps who did it and when.</summary>
internal sealed class CardSteps(UnionDb db, UserContext user, TimeProvider time)
{
    private const int IdsAtOnce = 500;

    public void To(MemberCard card, CardState state, string note = "")
    {
        card.State = state;
        db.Add(Of(card.Id, state, note));
    }

    /// <summary>All of them or none: brings cards that stand in one state to another.</summary>
    /// <returns>False when one of them no longer stands there; nothing may be kept then.</returns>
    public async Task<bool> ManyAsync(IReadOnlyList<Guid> ids, CardState from, CardState to, CancellationToken ct)
    {
        foreach (var some in ids.Chunk(IdsAtOnce))
        {
            var moved = await db
                .Cards.Where(c => some.Contains(c.Id) && c.State == from)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, to).SetProperty(c => c.Version, c => c.Version + 1), ct);
            if (moved < some.Length)
                return false;
        }
        await db.Dialect.BulkInsertAsync(db, ids.Select(id => Of(id, to)), ct);
        return true;
    }

    /// <summary>A step of a card whose state is changed together with those of many others.</summary>
    public CardStep Of(Guid cardId, CardState state, string note = "") =>
        new()
        {
            Id = Ids.New(),
            CardId = cardId,
            State = state,
            At = time.UtcDateTime(),
            By = user.Required.FullName,
            Note = note,
        };
}
