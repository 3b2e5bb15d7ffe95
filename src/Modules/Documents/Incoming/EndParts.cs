using DoanKet.Kernel;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Nobody has anything to do with a document any more that was cancelled or recalled; whoever had is told.</summary>
internal sealed class EndParts(UnionDb db, Notices notices, TimeProvider time)
{
    public async Task HandleAsync(IncomingDocument document, CancellationToken ct)
    {
        var parts = await db.Assignments.Where(a => a.IncomingId == document.Id && a.State == AssignmentState.Open).ToListAsync(ct);
        foreach (var part in parts)
        {
            (part.State, part.EndedAt) = (AssignmentState.Ended, time.UtcDateTime());
            if (part.ToAccountId is { } account)
                await notices.TellAsync(
                    account,
                    $"Văn bản đến số {document.ArrivalNumber} đã hủy: {document.Subject}",
                    "/van-ban/den/duoc-giao",
                    ct
                );
        }
    }
}
