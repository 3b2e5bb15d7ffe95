using DoanKet.CardTokens;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Cards;

/// <summary>A union asks for cards; who may approve them has approved them by asking.</summary>
internal sealed class AskForCards(UnionDb db, Work work, AuditTrail audit, UserContext user, CardSteps steps, TimeProvider time)
{
    /// <summary>People in one press.</summary>
    public const int Most = 20_000;

    /// <summary>Cards for those chosen; who has one already is passed over.</summary>
    /// <returns>How many were asked for.</returns>
    public async Task<Result<int>> HandleAsync(IReadOnlyCollection<Guid> memberIds, CancellationToken ct) =>
        memberIds.Count == 0
            ? Result<int>.Fail("Hãy đánh dấu ít nhất một người.")
            : await OnceAsync(() => AskAsync(Editable().WithoutCard(db).Where(m => memberIds.Contains(m.Id)), ct), ct);

    /// <summary>Cards for all of a union and of those below it who have none.</summary>
    public Task<Result<int>> AllAsync(Guid unitId, CancellationToken ct) =>
        OnceAsync(
            async () =>
            {
                var path = await db.Units.Where(u => u.Id == unitId).Select(u => u.Path).FirstOrDefaultAsync(ct);
                return path is null
                    ? Result<int>.Refuse("Không có đơn vị này.")
                    : await AskAsync(Editable().WithoutCard(db).OfUnitsWithin(path), ct);
            },
            ct
        );

    /// <summary>Another card for somebody who has one, or whose card was lost.</summary>
    public Task<Result> AgainAsync(Guid memberId, string note, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<Member>(db, memberId, ct);
                var member = await Editable().Include(m => m.Unit).FirstOrDefaultAsync(m => m.Id == memberId, ct);
                if (member is null)
                    return Result.Refuse("Anh/chị không có quyền đề nghị cấp thẻ cho người này.");
                var cards = await db.Cards.Where(c => c.MemberId == memberId).OrderBy(c => c.AskedAt).ThenBy(c => c.Id).ToListAsync(ct);
                var check = new Check()
                    .That(member.State is MemberState.Active or MemberState.Paused, "", "Chỉ cấp thẻ cho người đang là đoàn viên.")
                    .That(!cards.Any(c => c.State.IsOnItsWay()), "", "Đã có một thẻ đang làm cho người này.")
                    .AtMost(note, CardStep.MaxNote, "AskNote", "Lý do");
                if (!check.Ok)
                    return check.AsResult();
                var made = cards.Where(c => c.State is not (CardState.Refused or CardState.Spoilt)).ToList();
                Add(NewCard(member, made.Count, made.LastOrDefault()?.State), note.Trim());
                audit.Record("members.cards.asked", memberId, $"Đề nghị cấp thẻ cho {member.FullName}, {member.Unit.Name}");
                return Result.Success;
            },
            ct
        );

    /// <summary>Two people may ask for the same members at one moment; the later one is told.</summary>
    private async Task<Result<int>> OnceAsync(Func<Task<Result<int>>> ask, CancellationToken ct)
    {
        try
        {
            return await work.RunAsync(ask, ct);
        }
        catch (Exception error) when (db.Dialect.IsDuplicate(error))
        {
            return Result<int>.Fail("Người khác vừa đề nghị thẻ cho những người này. Hãy mở lại trang.");
        }
    }

    private IQueryable<Member> Editable() => db.Members.VisibleTo(user.Required, Permissions.Edit);

    private async Task<Result<int>> AskAsync(IQueryable<Member> members, CancellationToken ct)
    {
        var made = db.Cards.Where(c => c.State != CardState.Refused && c.State != CardState.Spoilt);
        var found = await members
            .AsNoTracking()
            .Include(m => m.Unit)
            .OrderBy(m => m.Id)
            .Take(Most)
            .Select(m => new
            {
                Member = m,
                Before = made.Count(c => c.MemberId == m.Id),
                Last = made.Where(c => c.MemberId == m.Id)
                    .OrderByDescending(c => c.AskedAt)
                    .Select(c => (CardState?)c.State)
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        if (found.Count == 0)
            return Result<int>.Fail("Không còn ai chưa có thẻ trong số này.");
        var cards = found.ConvertAll(row => NewCard(row.Member, row.Before, row.Last));
        await db.Dialect.BulkInsertAsync(db, cards, ct);
        await db.Dialect.BulkInsertAsync(db, cards.Select(card => steps.Of(card.Id, card.State)), ct);
        audit.Record("members.cards.asked", null, $"Đề nghị cấp thẻ cho {cards.Count} đoàn viên");
        return Result.Of(cards.Count);
    }

    private void Add(MemberCard card, string note)
    {
        db.Add(card);
        db.Add(steps.Of(card.Id, card.State, note));
    }

    /// <param name="before">Cards that were made for the member so far.</param>
    /// <param name="last">What became of the latest of them.</param>
    private MemberCard NewCard(Member member, int before, CardState? last) =>
        new()
        {
            Id = Ids.New(),
            Code = CardCode.New(),
            MemberId = member.Id,
            UnitId = member.UnitId,
            Edition = before + 1,
            Reason =
                before == 0 ? CardReason.First
                : last == CardState.Lost ? CardReason.Reissue
                : CardReason.Exchange,
            State = user.Required.Can(Permissions.Cards, member.Unit) ? CardState.Approved : CardState.Asked,
            AskedAt = time.UtcDateTime(),
        };
}

internal static class CardQueries
{
    /// <summary>Members now, who have no card in hand and none on its way.</summary>
    public static IQueryable<Member> WithoutCard(this IQueryable<Member> members, UnionDb db)
    {
        var cards = db.Cards;
        return members.Where(m =>
            (m.State == MemberState.Active || m.State == MemberState.Paused)
            && !cards.Any(c => c.MemberId == m.Id && c.State <= CardState.InHand)
        );
    }
}
