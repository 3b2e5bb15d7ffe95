using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Printing;

internal sealed class BatchInput
{
    /// <summary>Of the unit whose approved cards are printed, with all below it; empty: all that the person may print.</summary>
    public string UnitCode { get; set; } = "";

    public CardSheet Sheet { get; set; }
}

/// <summary>Puts approved cards into a batch, signs their day and leaves the drawing to a job.</summary>
internal sealed class MakeBatch(
    UnionDb db,
    Work work,
    AuditTrail audit,
    UserContext user,
    Numbers numbers,
    JobQueue jobs,
    CardSteps steps,
    TimeProvider time
)
{
    private const int IdsAtOnce = 500;

    public static string NumberKey(Guid office) => $"members.card-batches:{office}";

    public Task<Result<Guid>> HandleAsync(BatchInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var office = await OfficeAsync(ct);
                if (office is null)
                    return Result<Guid>.Refuse("Anh/chị không có quyền in thẻ ở đơn vị này.");
                var approved = db.Cards.VisibleTo(user.Required, Permissions.Cards).Where(c => c.State == CardState.Approved);
                if (input.UnitCode.Trim() is { Length: > 0 } code)
                {
                    var path = await db.Units.Where(u => u.Code == code).Select(u => u.Path).FirstOrDefaultAsync(ct);
                    if (path is null)
                        return Result<Guid>.Fail("Không có công đoàn nào mã này; xem mã ở trang Đơn vị.", nameof(input.UnitCode));
                    approved = approved.OfUnitsWithin(path);
                }
                var ids = await approved
                    .OrderBy(c => c.Unit.Path)
                    .ThenBy(c => c.Id)
                    .Take(CardBatch.MaxCards)
                    .Select(c => c.Id)
                    .ToListAsync(ct);
                if (ids.Count == 0)
                    return Result<Guid>.Fail("Không có thẻ nào đã duyệt đang chờ in.");
                var batch = new CardBatch
                {
                    Id = Ids.New(),
                    UnitId = office.Id,
                    Number = await numbers.TakeAsync(NumberKey(office.Id), ct),
                    Count = ids.Count,
                    Sheet = input.Sheet,
                    MadeAt = time.UtcDateTime(),
                    MadeBy = user.Required.FullName,
                };
                db.Add(batch);
                await db.SaveChangesAsync(ct);
                if (!await steps.ManyAsync(ids, CardState.Approved, CardState.Printing, ct))
                    return Result<Guid>.Fail("Người khác vừa lập lô in với những thẻ này. Hãy mở lại trang.");
                await GiveAsync(ids, batch.Id, ct);
                jobs.Add(DrawCards.Name, batch.Id.ToString());
                audit.Record("members.cards.batch", batch.Id, $"Lập lô in {batch.Number}: {batch.Count} thẻ");
                return Result.Of(batch.Id);
            },
            ct
        );

    private async Task<Unit?> OfficeAsync(CancellationToken ct)
    {
        if (user.Required.Unit is not { } acting)
            return null;
        var office = await db.Units.OfficeOfAsync(acting.Id, ct);
        return user.Required.Can(Permissions.Cards, office) ? office : null;
    }

    private async Task GiveAsync(IReadOnlyList<Guid> ids, Guid batch, CancellationToken ct)
    {
        var today = time.Today();
        foreach (var some in ids.Chunk(IdsAtOnce))
            await db
                .Cards.Where(c => some.Contains(c.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.BatchId, batch).SetProperty(c => c.IssuedOn, today), ct);
    }
}
