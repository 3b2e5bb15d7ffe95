using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Takes back an entry made by mistake. Its line stays in the book with the reason: the numbers run on without a gap.</summary>
internal sealed class CancelIncoming(UnionDb db, Work work, UserContext user, EndParts endParts, History history, TimeProvider time)
{
    public Task<Result> HandleAsync(Guid id, string? reason, CancellationToken ct) =>
        work.RunAsync(() => CancelAsync(id, reason?.Trim() ?? "", ct), ct);

    private async Task<Result> CancelAsync(Guid id, string reason, CancellationToken ct)
    {
        var document = await db.Incoming.Include(d => d.Unit).FirstOrDefaultAsync(d => d.Id == id, ct);
        if (document is null || !user.Required.Can(Permissions.Register, document.Unit))
            return Result.Refuse("Văn bản không thuộc đơn vị mà anh/chị làm văn thư.");
        var problem = IncomingEntry.Problem(document);
        var check = new Check()
            .That(problem is null, "", problem ?? "")
            .Filled(reason, "Reason", "Hãy ghi lý do hủy; lý do được ghi trong sổ.")
            .AtMost(reason, CorrectIncoming.MaxReason, "Reason", "Lý do");
        if (!check.Ok)
            return check.AsResult();
        document.State = IncomingState.Cancelled;
        if (document.ArrivalNumber is not null)
            document.SayInBook($"Hủy ngày {time.Today().Show()}: {reason}");
        await endParts.HandleAsync(document, ct);
        history.Record(document, EventKind.Cancelled, "documents.incoming.cancelled", $"Lý do hủy: {reason}");
        return Result.Success;
    }
}
