using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>What became of an act.</summary>
internal enum StepOutcome
{
    Done,

    /// <summary>The document had gone on before: a double click, or another person was quicker. Nothing was done twice.</summary>
    AlreadyMoved,
}

/// <summary>Runs one act in one transaction, after checking sight, right and state; the state comes from the database, never from the form.</summary>
internal sealed class TakeStep(UnionDb db, Work work, UserContext user)
{
    public async Task<Result<StepOutcome>> RunAsync(Guid id, Step step, Func<OutgoingDocument, Task<Result>> act, CancellationToken ct)
    {
        try
        {
            var taken = await work.RunAsync(async () =>
            {
                var person = user.Required;
                var document = await db.Outgoing.VisibleOutgoing(person).Include(d => d.Unit).Include(d => d.DraftingUnit).FirstOrDefaultAsync(d => d.Id == id, ct);
                if (document is null)
                    return Result<StepOutcome>.Fail("Không tìm thấy văn bản này trong đơn vị của bạn.");
                if (!step.From.Contains(document.State))
                    return StepOutcome.AlreadyMoved;
                if (!step.Allowed(document, person))
                    return Result<StepOutcome>.Fail(step.Refusal);
                var result = await act(document);
                return result.Ok ? StepOutcome.Done : Result<StepOutcome>.Fail(result.Problems);
            }, ct);
            // What was missing may be missing because somebody else has just done the same act.
            return taken.Ok || await db.Outgoing.AnyAsync(d => d.Id == id && step.From.Contains(d.State), ct) || !await db.Outgoing.VisibleOutgoing(user.Required).AnyAsync(d => d.Id == id, ct)
                ? taken
                : StepOutcome.AlreadyMoved;
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same act by somebody else committed between our reading and our writing; ours was rolled back whole.
            db.ChangeTracker.Clear();
            return StepOutcome.AlreadyMoved;
        }
    }
}
