using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Handling;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Changes what is said about a draft, before it is submitted or after it came back.</summary>
internal sealed class EditDraft(UnionDb db, TakeStep take, Signers signers, IndexContent index, History history, AuditTrail audit, TimeProvider time)
{
    public Task<Result<StepOutcome>> HandleAsync(Guid id, DraftFields fields, CancellationToken ct) => take.RunAsync(id, Steps.Edit, async document =>
    {
        var (check, signer) = await fields.CheckAsync(signers, document.UnitId, time.Today(), ct);
        if (!check.Ok)
            return check.AsResult();
        document.Take(fields, signer!);
        var content = await db.Contents.Include(c => c.Attachments).FirstAsync(c => c.Id == document.ContentId, ct);
        await index.HandleAsync(content, [document.Unit.Ordinal], document.Heading, ct);
        history.Add(document.Id, EventKind.Drafted, "Sửa thông tin dự thảo");
        audit.Record("documents.outgoing.edited", document.Id, $"Sửa thông tin dự thảo “{document.Subject}”");
        return Result.Success;
    }, ct);
}
