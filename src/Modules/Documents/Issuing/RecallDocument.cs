using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>
/// Thu hồi (điều 18; phụ lục VI, phần III, 8): the issued document is frozen. Where it is not in the book yet the copy is cancelled at
/// once; where it is, the receiver agrees or refuses with a reason.
/// </summary>
internal sealed class RecallDocument(UnionDb db, Work work, UserContext user, TellReceivers tell, History history, TimeProvider time)
{
    /// <param name="Cancelled">Copies that were in no book yet.</param>
    /// <param name="Asked">Copies whose unit must answer.</param>
    internal sealed record Outcome(int Cancelled, int Asked);

    public Task<Result<Outcome>> HandleAsync(Guid id, string? reason, CancellationToken ct) =>
        work.RunAsync(() => RecallAsync(id, reason?.Trim() ?? "", ct), ct);

    /// <summary>The copies of which something is still to be taken back.</summary>
    public static IQueryable<IncomingDocument> CopiesOf(UnionDb db, Guid id)
    {
        var copies = db.Receipts.Where(r => r.OutgoingId == id).Select(r => r.IncomingId);
        return db.Incoming.Where(d => copies.Contains(d.Id) && d.State < IncomingState.Returned);
    }

    private async Task<Result<Outcome>> RecallAsync(Guid id, string reason, CancellationToken ct)
    {
        await db.Dialect.LockRowAsync<OutgoingDocument>(db, id, ct);
        if (await db.Outgoing.IssuedForClerkAsync(user.Required, id, ct) is not { } document)
            return Result<Outcome>.Refuse("Chỉ văn thư của cơ quan ban hành mới thu hồi được văn bản.");
        var check = new Check()
            .That(document.RecalledAt is null, "", $"Văn bản đã thu hồi ngày {document.RecalledAt?.Show()}.")
            .Filled(reason, "Reason", "Hãy ghi lý do thu hồi; mọi nơi nhận sẽ thấy.")
            .AtMost(reason, OutgoingDocument.MaxRecallReason, "Reason", "Lý do");
        if (!check.Ok)
            return Result<Outcome>.Fail(check.Problems);
        return await TakeBackAsync(document, reason, ct);
    }

    /// <summary>In the caller's transaction, the document's row locked; nobody asks again who may.</summary>
    public async Task<Outcome> TakeBackAsync(OutgoingDocument document, string reason, CancellationToken ct)
    {
        var id = document.Id;
        var now = time.UtcDateTime();
        (document.RecalledAt, document.RecallReason) = (now, reason);
        var copies = CopiesOf(db, id);
        // Whoever registers at this moment is before it, and is asked, or after it, and finds the copy cancelled: each row decides.
        await copies
            .Where(d => d.State == IncomingState.Arrived)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(d => d.State, IncomingState.Cancelled)
                        .SetProperty(d => d.RecallAskedAt, now)
                        .SetProperty(d => d.RecallAnsweredAt, now)
                        .SetProperty(d => d.RecallReason, reason)
                        .SetProperty(d => d.Version, d => d.Version + 1),
                ct
            );
        await copies.ExecuteUpdateAsync(
            set =>
                set.SetProperty(d => d.RecallAskedAt, now)
                    .SetProperty(d => d.RecallReason, reason)
                    .SetProperty(d => d.Version, d => d.Version + 1),
            ct
        );
        return await TellAsync(document, reason, ct);
    }

    private async Task<Outcome> TellAsync(OutgoingDocument document, string reason, CancellationToken ct)
    {
        var receipts = db.Receipts.Where(r => r.OutgoingId == document.Id);
        var told = await receipts
            .Where(r => r.Incoming.RecallAskedAt != null)
            .Select(r => new
            {
                r.ReceiverId,
                r.IncomingId,
                IsCancelled = r.Incoming.State == IncomingState.Cancelled,
            })
            .ToListAsync(ct);
        var outcome = new Outcome(told.Count(t => t.IsCancelled), told.Count(t => !t.IsCancelled));
        history.Record(
            document,
            EventKind.RecallAsked,
            "documents.outgoing.recalled",
            $"Thu hồi: {reason}. {outcome.Cancelled.Grouped()} đơn vị chưa vào sổ đã hủy, {outcome.Asked.Grouped()} đơn vị chờ trả lời"
        );
        await db.Dialect.BulkInsertAsync(
            db,
            told.Select(t => history.Line(t.IncomingId, EventKind.RecallAsked, $"{document.Unit.Name} thu hồi văn bản: {reason}")),
            ct
        );
        await tell.HandleAsync(
            told.ToDictionary(t => t.ReceiverId, t => t.IncomingId),
            $"{document.Unit.Name} thu hồi văn bản số {document.NumberText}: {document.Subject}",
            urgent: true,
            ct
        );
        return outcome;
    }
}
