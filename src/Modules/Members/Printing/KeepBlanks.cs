using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Printing;

internal sealed class BlanksInput
{
    public BlankKind Kind { get; set; }

    public int? Count { get; set; }

    public DateOnly? On { get; set; }

    public string Note { get; set; } = "";
}

/// <summary>Writes lines into the register of blanks; nothing may leave that did not come in.</summary>
internal sealed class KeepBlanks(UnionDb db, Work work, AuditTrail audit, UserContext user, TimeProvider time)
{
    /// <summary>Kinds that people write; what was used is written by the batch.</summary>
    public static IReadOnlyList<BlankKind> ByHand { get; } = [BlankKind.Received, BlankKind.Spoilt, BlankKind.GivenAway];

    public Task<Result> HandleAsync(Guid unitId, BlanksInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == unitId, ct);
                if (unit is null || !user.Required.Can(Permissions.Cards, unit))
                    return Result.Refuse("Anh/chị không giữ sổ phôi của đơn vị này.");
                var check = new Check()
                    .That(ByHand.Contains(input.Kind), nameof(input.Kind), "Hãy chọn nhập, hỏng hay chuyển đi.")
                    .That(input.Count is > 0 and <= BlankEntry.MostAtOnce, nameof(input.Count), "Hãy ghi số phôi, lớn hơn 0.")
                    .That(input.On is not null && input.On <= time.Today(), nameof(input.On), "Hãy ghi ngày, không sau hôm nay.")
                    .AtMost(input.Note, BlankEntry.MaxNote, nameof(input.Note), "Ghi chú");
                if (!check.Ok)
                    return check.AsResult();
                var entry = Entry(unitId, input.Kind, input.Count!.Value, null, input.Note.Trim(), input.On!.Value);
                var kept = await AddAsync(unitId, [entry], ct);
                if (kept.Ok)
                    audit.Record("members.cards.blanks", null, $"Sổ phôi {unit.Name}: {input.Kind.Name()} {input.Count} phôi");
                return kept;
            },
            ct
        );

    /// <summary>Within the act that used or spoilt blanks.</summary>
    public Task<Result> TakeAsync(CardBatch batch, int used, int spoilt, CancellationToken ct)
    {
        var note = $"Lô in {batch.Number}";
        List<BlankEntry> entries = [];
        if (used > 0)
            entries.Add(Entry(batch.UnitId, BlankKind.Used, used, batch.Id, note, time.Today()));
        if (spoilt > 0)
            entries.Add(Entry(batch.UnitId, BlankKind.Spoilt, spoilt, batch.Id, note, time.Today()));
        return AddAsync(batch.UnitId, entries, ct);
    }

    private async Task<Result> AddAsync(Guid unitId, IReadOnlyList<BlankEntry> entries, CancellationToken ct)
    {
        // One after the other, so that two people do not use the same blanks.
        await db.Dialect.LockRowAsync<Unit>(db, unitId, ct);
        var leaving = entries.Where(e => e.Kind != BlankKind.Received).Sum(e => e.Count);
        var left = (await BlanksLeft.OfAsync(db.Blanks, unitId, ct)).Left;
        if (leaving > left)
            return Result.Fail($"Sổ phôi còn {left} phôi, lần này cần {leaving}. Hãy ghi phôi đã nhận vào sổ phôi trước.", "Count");
        db.AddRange(entries);
        return Result.Success;
    }

    private BlankEntry Entry(Guid unitId, BlankKind kind, int count, Guid? batchId, string note, DateOnly on) =>
        new()
        {
            Id = Ids.New(),
            UnitId = unitId,
            Kind = kind,
            Count = count,
            BatchId = batchId,
            Note = note,
            On = on,
            RecordedAt = time.UtcDateTime(),
            RecordedBy = user.Required.FullName,
        };
}
