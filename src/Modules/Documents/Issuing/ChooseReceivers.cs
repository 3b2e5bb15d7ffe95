using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

internal enum ChoiceSource
{
    /// <summary>Every unit below the sender.</summary>
    Below,

    /// <summary>Every unit below of one kind; the value is the kind's code.</summary>
    Kind,

    /// <summary>A saved group; the value is its id.</summary>
    Group,

    /// <summary>Those who received the document that this one replaces or corrects.</summary>
    Amended,

    /// <summary>The units named by id.</summary>
    Units,

    /// <summary>Lines with codes or names in the value.</summary>
    Pasted,

    /// <summary>Takes out the units named by id.</summary>
    Remove,

    Clear,
}

/// <summary>Adds to or takes from the receivers chosen for a signed document. Choosing a unit twice keeps it once.</summary>
internal sealed class ChooseReceivers(UnionDb db, Work work, TakeStep take, PossibleReceivers possible)
{
    internal sealed record Input(Guid OutgoingId, ChoiceSource Source, string? Value, IReadOnlyList<Guid> Units);

    internal sealed record Outcome(int Changed, IReadOnlyList<PastedLine> Unmatched);

    public Task<Result<Outcome>> HandleAsync(Input input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var outcome = new Outcome(0, []);
                var result = await take.RunAsync(
                    input.OutgoingId,
                    OutgoingSteps.Issue,
                    async document =>
                    {
                        outcome = await ChangeAsync(document, input, ct);
                        return Result.Success;
                    },
                    ct
                );
                return !result.Ok ? Result<Outcome>.Fail(result.Problems)
                    : result.Value == StepOutcome.Done ? outcome
                    : Result<Outcome>.Fail("Văn bản không còn ở bước chọn nơi nhận.");
            },
            ct
        );

    private async Task<Outcome> ChangeAsync(OutgoingDocument document, Input input, CancellationToken ct)
    {
        var chosen = db.ReceiverChoices.Where(c => c.OutgoingId == document.Id);
        switch (input.Source)
        {
            case ChoiceSource.Clear:
                return new(await chosen.ExecuteDeleteAsync(ct), []);
            case ChoiceSource.Remove:
                return new(await chosen.Where(c => input.Units.Contains(c.UnitId)).ExecuteDeleteAsync(ct), []);
            case ChoiceSource.Pasted:
                var pasted = await PastedReceivers.ReadAsync(possible.For(document.Unit), input.Value, ct);
                return new(
                    await AddAsync(document, possible.For(document.Unit).Where(u => pasted.UnitIds.Contains(u.Id)), ct),
                    pasted.Unmatched
                );
            default:
                return new(await AddAsync(document, Source(document, input), ct), []);
        }
    }

    private IQueryable<Unit> Source(OutgoingDocument document, Input input)
    {
        var all = possible.For(document.Unit);
        if (input.Source == ChoiceSource.Below)
            return possible.Below(document.Unit);
        if (input.Source == ChoiceSource.Kind)
            return possible.Below(document.Unit).Where(u => u.KindCode == input.Value);
        if (input.Source == ChoiceSource.Units)
            return all.Where(u => input.Units.Contains(u.Id));
        if (input.Source == ChoiceSource.Amended)
        {
            var before = db.Receipts.Where(r => r.OutgoingId == document.AmendsId).Select(r => r.ReceiverId);
            return all.Where(u => before.Contains(u.Id));
        }
        var group = Guid.TryParse(input.Value, out var id) ? id : Guid.Empty;
        var members = db
            .ReceiverGroups.Where(g => g.Id == group && g.UnitId == document.UnitId)
            .SelectMany(g => g.Members)
            .Select(m => m.UnitId);
        return all.Where(u => members.Contains(u.Id));
    }

    private async Task<int> AddAsync(OutgoingDocument document, IQueryable<Unit> units, CancellationToken ct)
    {
        var present = db.ReceiverChoices.Where(c => c.OutgoingId == document.Id).Select(c => c.UnitId);
        var ids = await units.Where(u => !present.Contains(u.Id)).Select(u => u.Id).ToListAsync(ct);
        await db.Dialect.BulkInsertAsync(db, ids.Select(unit => new ReceiverChoice { OutgoingId = document.Id, UnitId = unit }), ct);
        return ids.Count;
    }
}
