using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Transfers;

/// <summary>Where members go, from when on, and by which paper.</summary>
internal sealed record UnionChange(Unit To, MovementKind Kind, DateOnly On, string DecisionNumber, string Reason);

/// <summary>Puts members under another union, with their cards, figures and history; within the act that decided it.</summary>
internal sealed class ChangeUnion(UnionDb db, UserContext user, KeepFigures figures, TimeProvider time)
{
    /// <summary>Whom the program names where nobody is signed in: a union that closed overnight.</summary>
    private const string Program = "Chương trình";

    public async Task OneAsync(Member member, UnionChange change, CancellationToken ct)
    {
        figures.Remove(member);
        var from = member.UnitId;
        (member.UnitId, member.Unit) = (change.To.Id, change.To);
        figures.Add(member);
        await figures.SaveAsync(ct);
        await db.Cards.Where(c => c.MemberId == member.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.UnitId, change.To.Id), ct);
        await db.Requests.Where(r => r.MemberId == member.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.UnitId, change.To.Id), ct);
        db.Add(Movement(member.Id, from, change));
    }

    /// <summary>All members of a union, those who have left as well, by a few statements however many they are.</summary>
    /// <returns>How many of them are members now.</returns>
    public async Task<int> AllAsync(Guid from, UnionChange change, CancellationToken ct)
    {
        // First: while the figures of the union are held, nobody's coming or going is kept.
        await figures.MoveAsync(from, change.To.Id, ct);
        var members = await db
            .Members.Where(m => m.UnitId == from && (m.State == MemberState.Active || m.State == MemberState.Paused))
            .OrderBy(m => m.Id)
            .Select(m => m.Id)
            .ToListAsync(ct);
        var to = change.To.Id;
        await db.Dialect.BulkInsertAsync(db, members.Select(id => Movement(id, from, change)), ct);
        await db.Cards.Where(c => c.UnitId == from).ExecuteUpdateAsync(set => set.SetProperty(c => c.UnitId, to), ct);
        await db.Requests.Where(r => r.UnitId == from).ExecuteUpdateAsync(set => set.SetProperty(r => r.UnitId, to), ct);
        await db
            .Members.Where(m => m.UnitId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.UnitId, to).SetProperty(m => m.Version, m => m.Version + 1), ct);
        // What one side or the other asked for is done or has no object any more.
        var (now, by) = (time.UtcDateTime(), By);
        await db
            .Transfers.Where(t => t.State == TransferState.Asked && (t.FromUnitId == from || t.ToUnitId == from))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(t => t.State, TransferState.Cancelled)
                        .SetProperty(t => t.AnsweredAt, now)
                        .SetProperty(t => t.AnsweredBy, by)
                        .SetProperty(t => t.AnswerReason, change.Reason),
                ct
            );
        return members.Count;
    }

    private string By => user.Current?.FullName ?? Program;

    private MemberMovement Movement(Guid member, Guid from, UnionChange change) =>
        new()
        {
            Id = Ids.New(),
            MemberId = member,
            Kind = change.Kind,
            UnitId = from,
            ToUnitId = change.To.Id,
            On = change.On,
            DecisionNumber = change.DecisionNumber,
            Reason = change.Reason,
            RecordedAt = time.UtcDateTime(),
            RecordedBy = By,
        };
}
