using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>What became of an act.</summary>
internal enum StepOutcome
{
    Done,

    /// <summary>The document had gone on before: a double click, or another person was quicker. Nothing was done twice.</summary>
    AlreadyMoved,
}

/// <summary>
/// Runs one act in one transaction, after checking sight, right and state; the state comes from the database, never from the form. The
/// document's row is locked first: whoever comes second, or clicks twice, waits and then sees what the first has done.
/// </summary>
internal sealed class TakeStep(UnionDb db, Work work, UserContext user)
{
    public Task<Result<StepOutcome>> RunAsync(Guid id, OutgoingStep step, Func<OutgoingDocument, Task<Result>> act, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<OutgoingDocument>(db, id, ct);
                var person = user.Required;
                var document = await db
                    .Outgoing.VisibleOutgoing(person)
                    .Include(d => d.Unit)
                    .Include(d => d.DraftingUnit)
                    .Include(d => d.CoSigners)
                    .FirstOrDefaultAsync(d => d.Id == id, ct);
                if (document is null)
                    return Result<StepOutcome>.Refuse("Không tìm thấy văn bản này trong đơn vị của anh/chị.");
                if (!step.From.Contains(document.State))
                    return StepOutcome.AlreadyMoved;
                if (!step.Allowed(document, person))
                    return Result<StepOutcome>.Refuse(step.Refusal);
                var result = await act(document);
                return result.Ok ? StepOutcome.Done : Result<StepOutcome>.Fail(result.Problems);
            },
            ct
        );
}
