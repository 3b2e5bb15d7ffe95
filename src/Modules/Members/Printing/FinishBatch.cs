using DoanKet.CardTokens;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Cards;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Printing;

internal sealed class PrintedInput
{
    /// <summary>Blanks that were spoilt, also those whose card was printed anew at once.</summary>
    public int? Spoilt { get; set; }

    /// <summary>Codes of cards that were not printed in the end, one a line: they come into the next batch under a new code.</summary>
    public string NotPrinted { get; set; } = "";
}

/// <summary>What came of a batch: which cards were printed and what became of the blanks; then which unions have got theirs.</summary>
internal sealed class FinishBatch(
    UnionDb db,
    Work work,
    AuditTrail audit,
    UserContext user,
    CardSteps steps,
    KeepBlanks blanks,
    TimeProvider time
)
{
    public Task<Result> PrintedAsync(Guid id, PrintedInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var batch = await BatchAsync(id, ct);
                if (batch is null)
                    return Result.Refuse("Anh/chị không có quyền với lô in này.");
                if (batch.PrintedAt is not null)
                    return Result.Fail("Lô này đã ghi là in xong.");
                if (batch.DrawnAt is null)
                    return Result.Fail("Tệp để in chưa vẽ xong; hãy đợi ít phút.");
                var cards = await db.Cards.Where(c => c.BatchId == id && c.State == CardState.Printing).ToListAsync(ct);
                var check = new Check().That(
                    input.Spoilt is null or (>= 0 and <= BlankEntry.MostAtOnce),
                    nameof(input.Spoilt),
                    "Số phôi hỏng phải từ 0 trở lên."
                );
                var notPrinted = NotPrinted(input.NotPrinted, cards, check);
                if (!check.Ok)
                    return check.AsResult();
                var printed = cards.Except(notPrinted).Select(c => c.Id).ToList();
                var spoilt = input.Spoilt ?? 0;
                var kept = await blanks.TakeAsync(batch, printed.Count, spoilt, ct);
                if (!kept.Ok)
                    return Result.Fail(kept.Message, nameof(input.Spoilt));
                foreach (var card in notPrinted)
                {
                    steps.To(card, CardState.Spoilt, $"Lô in {batch.Number}");
                    // First, for a member has one card on its way.
                    await db.SaveChangesAsync(ct);
                    AddAgain(card);
                }
                if (!await steps.ManyAsync(printed, CardState.Printing, CardState.Printed, ct))
                    return Result.Fail("Lô này vừa được người khác ghi. Hãy mở lại trang.");
                (batch.PrintedAt, batch.Spoilt) = (time.UtcDateTime(), spoilt);
                audit.Record("members.cards.printed", id, $"Lô in {batch.Number}: in xong {printed.Count} thẻ, hỏng {spoilt} phôi");
                return Result.Success;
            },
            ct
        );

    /// <returns>How many cards went out.</returns>
    public Task<Result<int>> DeliveredAsync(Guid id, IReadOnlyCollection<Guid> unitIds, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var batch = await BatchAsync(id, ct);
                if (batch is null)
                    return Result<int>.Refuse("Anh/chị không có quyền với lô in này.");
                if (unitIds.Count == 0)
                    return Result<int>.Fail("Hãy đánh dấu ít nhất một công đoàn.");
                var printed = db.Cards.Where(c => c.BatchId == id && c.State == CardState.Printed);
                var ids = await printed.Where(c => unitIds.Contains(c.UnitId)).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);
                if (!await steps.ManyAsync(ids, CardState.Printed, CardState.Delivered, ct))
                    return Result<int>.Fail("Lô này vừa được người khác ghi. Hãy mở lại trang.");
                if (!await printed.AnyAsync(ct))
                    batch.DeliveredAt ??= time.UtcDateTime();
                audit.Record("members.cards.delivered", id, $"Lô in {batch.Number}: giao {ids.Count} thẻ cho {unitIds.Count} công đoàn");
                return Result.Of(ids.Count);
            },
            ct
        );

    private Task<CardBatch?> BatchAsync(Guid id, CancellationToken ct) =>
        db.CardBatches.VisibleTo(user.Required, Permissions.Cards).FirstOrDefaultAsync(b => b.Id == id, ct);

    private static List<MemberCard> NotPrinted(string typed, IReadOnlyList<MemberCard> cards, Check check)
    {
        List<MemberCard> found = [];
        foreach (var line in typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            var card = CardCode.Read(line) is { } code ? cards.FirstOrDefault(c => c.Code == code) : null;
            check.That(card is not null, nameof(PrintedInput.NotPrinted), $"“{line}” không phải mã của một thẻ trong lô này.");
            if (card is not null && !found.Contains(card))
                found.Add(card);
        }
        return found;
    }

    private void AddAgain(MemberCard spoilt)
    {
        var card = new MemberCard
        {
            Id = Ids.New(),
            Code = CardCode.New(),
            MemberId = spoilt.MemberId,
            UnitId = spoilt.UnitId,
            Edition = spoilt.Edition,
            Reason = spoilt.Reason,
            AskedAt = time.UtcDateTime(),
        };
        db.Add(card);
        steps.To(card, CardState.Approved);
    }
}
