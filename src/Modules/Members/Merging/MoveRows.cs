using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Benefits;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Photos;
using DoanKet.Modules.Members.Requests;
using DoanKet.Modules.Members.Shared;
using DoanKet.Modules.Members.Transfers;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Merging;

/// <summary>Brings what hangs on one entry to the other and back: history, cards, transfers, consents, benefits, the picture.</summary>
internal sealed class MoveRows(UnionDb db, UserContext user, CardSteps steps, TimeProvider time)
{
    private const string Reason = "Gộp hai lần nhập của một người",
        MemberColumn = nameof(MemberMovement.MemberId),
        IdColumn = nameof(MemberMovement.Id);

    /// <returns>What went, and the picture of the entry that goes where the other has one already.</returns>
    public async Task<(MovedRows Moved, RowText? Photo)> ToKeptAsync(Member kept, Member gone, CancellationToken ct)
    {
        var ended = await EndCardsAsync(kept, gone, ct);
        await CancelTransfersAsync(gone, ct);
        var movements = await GiveAllAsync<MemberMovement>(gone.Id, kept.Id, ct);
        var cards = await GiveAllAsync<MemberCard>(gone.Id, kept.Id, ct);
        await db.Cards.Where(c => c.MemberId == kept.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.UnitId, kept.UnitId), ct);
        var transfers = await GiveAllAsync<MemberTransfer>(gone.Id, kept.Id, ct);
        var consents = await GiveAllAsync<MemberConsent>(gone.Id, kept.Id, ct);
        var uses = await GiveAllAsync<OfferUse>(gone.Id, kept.Id, ct);
        var requests = await GiveAllAsync<MemberRequest>(gone.Id, kept.Id, ct);
        await db.Requests.Where(r => r.MemberId == kept.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.UnitId, kept.UnitId), ct);
        var posts = await db.UnionPosts.Where(p => p.MemberId == gone.Id).Select(p => p.Id).ToListAsync(ct);
        await GivePostsAsync(posts, gone.Id, kept.Id, ct);
        var (tookPhoto, photo) = await PhotoAsync(kept.Id, gone.Id, ct);
        var movement = Say(kept, gone);
        return (new(movements, cards, transfers, consents, uses, requests, posts, ended, tookPhoto, movement), photo);
    }

    /// <param name="kept">Has the rows now.</param>
    /// <param name="parted">Gets its own back; stands in the registry already.</param>
    public async Task BackAsync(Member kept, Member parted, MergedRows rows, CancellationToken ct)
    {
        var moved = rows.Moved;
        await GiveAsync<MemberMovement>(moved.Movements, kept.Id, parted.Id, ct);
        await GiveAsync<MemberCard>(moved.Cards, kept.Id, parted.Id, ct);
        await db.Cards.Where(c => c.MemberId == parted.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.UnitId, parted.UnitId), ct);
        await GiveAsync<MemberTransfer>(moved.Transfers, kept.Id, parted.Id, ct);
        await GiveAsync<MemberConsent>(moved.Consents, kept.Id, parted.Id, ct);
        await GiveAsync<OfferUse>(moved.Uses, kept.Id, parted.Id, ct);
        await GiveAsync<MemberRequest>(moved.Requests, kept.Id, parted.Id, ct);
        await db.Requests.Where(r => r.MemberId == parted.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.UnitId, parted.UnitId), ct);
        await GivePostsAsync(moved.Posts, kept.Id, parted.Id, ct);
        if (moved.Movement is { } said)
            await db.Movements.Where(m => m.Id == said).ExecuteDeleteAsync(ct);
        if (moved.Photo)
            await db.Photos.Where(p => p.MemberId == kept.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.MemberId, parted.Id), ct);
        else if (rows.GonePhoto is { } text)
        {
            var photo = new MemberPhoto { MemberId = parted.Id, Sha256 = "" };
            text.Into(db.Entry(photo));
            db.Add(photo);
        }
        foreach (var card in await db.Cards.Where(c => moved.EndedCards.Contains(c.Id) && c.State == CardState.Withdrawn).ToListAsync(ct))
            steps.To(card, CardState.InHand, "Tách hai người đã gộp nhầm");
    }

    /// <summary>One card that counts, and one on its way.</summary>
    /// <returns>Those in hand that ended.</returns>
    private async Task<List<Guid>> EndCardsAsync(Member kept, Member gone, CancellationToken ct)
    {
        var states = await db.Cards.Where(c => c.MemberId == kept.Id && c.State <= CardState.InHand).Select(c => c.State).ToListAsync(ct);
        List<Guid> ended = [];
        foreach (var card in await db.Cards.Where(c => c.MemberId == gone.Id && c.State <= CardState.InHand).ToListAsync(ct))
        {
            if (!states.Any(state => state.IsOnItsWay() == card.State.IsOnItsWay()))
                continue;
            if (card.State == CardState.InHand)
                ended.Add(card.Id);
            steps.To(card, CardState.Withdrawn, Reason);
        }
        await db.SaveChangesAsync(ct);
        return ended;
    }

    private async Task CancelTransfersAsync(Member gone, CancellationToken ct)
    {
        foreach (var transfer in await db.Transfers.Where(t => t.MemberId == gone.Id && t.State == TransferState.Asked).ToListAsync(ct))
            (transfer.State, transfer.AnswerReason, transfer.AnsweredAt, transfer.AnsweredBy) = (
                TransferState.Cancelled,
                Reason,
                time.UtcDateTime(),
                user.Required.FullName
            );
        await db.SaveChangesAsync(ct);
    }

    private async Task<(bool Took, RowText? Left)> PhotoAsync(Guid kept, Guid gone, CancellationToken ct)
    {
        if (await db.Photos.AsNoTracking().FirstOrDefaultAsync(p => p.MemberId == gone, ct) is not { } photo)
            return (false, null);
        if (await db.Photos.AnyAsync(p => p.MemberId == kept, ct))
            return (false, RowText.Of(db.Entry(photo)));
        await db.Photos.Where(p => p.MemberId == gone).ExecuteUpdateAsync(set => set.SetProperty(p => p.MemberId, kept), ct);
        return (true, null);
    }

    /// <summary>One member fewer in the union of the entry that goes.</summary>
    private Guid? Say(Member kept, Member gone)
    {
        if (gone.State is not (MemberState.Active or MemberState.Paused))
            return null;
        var movement = new MemberMovement
        {
            Id = Ids.New(),
            MemberId = kept.Id,
            Kind = MovementKind.SecondEntry,
            UnitId = gone.UnitId,
            On = time.Today(),
            Reason = Reason,
            RecordedAt = time.UtcDateTime(),
            RecordedBy = user.Required.FullName,
        };
        db.Add(movement);
        return movement.Id;
    }

    /// <summary>A post stands also where nobody knows whose member it is.</summary>
    private Task<int> GivePostsAsync(IReadOnlyList<Guid> ids, Guid from, Guid to, CancellationToken ct) =>
        db
            .UnionPosts.Where(p => p.MemberId == from && ids.Contains(p.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.MemberId, to), ct);

    private async Task<List<Guid>> GiveAllAsync<T>(Guid from, Guid to, CancellationToken ct)
        where T : class
    {
        var ids = await db.Set<T>()
            .Where(row => EF.Property<Guid>(row, MemberColumn) == from)
            .Select(row => EF.Property<Guid>(row, IdColumn))
            .ToListAsync(ct);
        await GiveAsync<T>(ids, from, to, ct);
        return ids;
    }

    private async Task GiveAsync<T>(IReadOnlyList<Guid> ids, Guid from, Guid to, CancellationToken ct)
        where T : class
    {
        if (ids.Count > 0)
            await db.Set<T>()
                .Where(row => EF.Property<Guid>(row, MemberColumn) == from && ids.Contains(EF.Property<Guid>(row, IdColumn)))
                .ExecuteUpdateAsync(set => set.SetProperty(row => EF.Property<Guid>(row, MemberColumn), to), ct);
    }
}
