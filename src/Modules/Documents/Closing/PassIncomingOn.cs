using DoanKet.Kernel;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Closing;

/// <summary>
/// Documents that a closed unit had not finished arrive at its heir. What stands in the unit's book stays there, because no book may have
/// a gap (điều 22), and is continued by a record of the heir; what was in no book yet becomes the heir's.
/// </summary>
internal sealed class PassIncomingOn(UnionDb db, ReceiptProgress receipts, History history, JobQueue jobs, TimeProvider time)
{
    /// <returns>How many documents.</returns>
    public async Task<int> HandleAsync(Unit closed, Unit heir, CancellationToken ct)
    {
        var open = await db
            .Incoming.Where(d => d.UnitId == closed.Id && d.State < IncomingState.Done)
            .OrderBy(d => d.ReceivedAt)
            .ToListAsync(ct);
        var contents = open.Select(d => d.ContentId).ToList();
        var held = await db
            .Incoming.Where(d => d.UnitId == heir.Id && contents.Contains(d.ContentId))
            .Select(d => d.ContentId)
            .ToListAsync(ct);
        foreach (var document in open)
        {
            if (held.Contains(document.ContentId))
                await LeaveAsync(document, closed, heir, ct);
            else if (document.State == IncomingState.Arrived)
                Move(document, closed, heir);
            else
                await ContinueAsync(document, closed, heir, ct);
        }
        return open.Count;
    }

    /// <summary>The heir received the same document itself.</summary>
    private async Task LeaveAsync(IncomingDocument document, Unit closed, Unit heir, CancellationToken ct)
    {
        var reason = $"{closed.Name} kết thúc hoạt động; {heir.Name} đã nhận riêng văn bản này";
        await EndPartsAsync(document, ct);
        document.State = document.State == IncomingState.Arrived ? IncomingState.Returned : IncomingState.Done;
        document.DoneAt = time.UtcDateTime();
        history.Add(document.Id, EventKind.PassedOn, reason);
        await receipts.ReturnedAsync(document.Id, reason, ct);
    }

    private void Move(IncomingDocument document, Unit closed, Unit heir)
    {
        document.UnitId = heir.Id;
        history.Add(document.Id, EventKind.PassedOn, $"{closed.Name} kết thúc hoạt động; văn bản chuyển đến {heir.Name}, chờ vào sổ");
        jobs.Add(ReadContentJob.Name, document.ContentId.ToString());
    }

    private async Task ContinueAsync(IncomingDocument document, Unit closed, Unit heir, CancellationToken ct)
    {
        var now = time.UtcDateTime();
        var next = document.For(heir.Id, now);
        next.Note = $"Chuyển tiếp từ {closed.Name}, số đến {document.ArrivalNumber} năm {document.BookYear}";
        db.Add(next);
        await EndPartsAsync(document, ct);
        document.State = IncomingState.Done;
        document.DoneAt = now;
        history.Add(document.Id, EventKind.PassedOn, $"{closed.Name} kết thúc hoạt động; {heir.Name} giải quyết tiếp");
        history.Add(next.Id, EventKind.Received, next.Note);
        // The sender goes on following the record that is worked on.
        await db.SaveChangesAsync(ct);
        await db
            .Receipts.Where(r => r.IncomingId == document.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.IncomingId, next.Id), ct);
        jobs.Add(ReadContentJob.Name, document.ContentId.ToString());
    }

    private async Task EndPartsAsync(IncomingDocument document, CancellationToken ct)
    {
        foreach (
            var part in await db.Assignments.Where(a => a.IncomingId == document.Id && a.State == AssignmentState.Open).ToListAsync(ct)
        )
        {
            part.State = AssignmentState.Ended;
            part.EndedAt = time.UtcDateTime();
        }
    }
}
