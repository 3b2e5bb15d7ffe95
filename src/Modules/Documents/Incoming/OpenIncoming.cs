using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Notes the first opening: for the sender's board, and for whoever gave the document to somebody. Later openings cost two
/// reads.</summary>
internal sealed class OpenIncoming(UnionDb db, Work work, UserContext user, ReceiptProgress receipts, History history, TimeProvider time)
{
    public async Task HandleAsync(IncomingDocument document, CancellationToken ct)
    {
        var id = document.Id;
        // Opened by those who work on it for the receiving unit; somebody who only looks tells the sender nothing.
        var ownsIt = user.Required.UnitsWhere(Permissions.Register, Permissions.Direct, Permissions.Acknowledge).Contains(document.UnitId);
        var receipt = ownsIt && await db.Receipts.AnyAsync(r => r.IncomingId == id && r.State == ReceiptState.Delivered, ct);
        var mine = db.Assignments.Where(a => a.IncomingId == id && a.OpenedAt == null).Where(IncomingAccess.MineOf(user.Required));
        if (!receipt && !await mine.AnyAsync(ct))
            return;
        await work.RunAsync(
            async () =>
            {
                var now = time.UtcDateTime();
                if (receipt)
                    await receipts.OpenedAsync(id, ct);
                // What was given for information is finished by being read.
                await mine.Where(a => a.Role == AssignmentRole.Inform)
                    .ExecuteUpdateAsync(
                        a =>
                            a.SetProperty(x => x.OpenedAt, now)
                                .SetProperty(x => x.State, AssignmentState.Done)
                                .SetProperty(x => x.DoneAt, now),
                        ct
                    );
                await mine.ExecuteUpdateAsync(a => a.SetProperty(x => x.OpenedAt, now), ct);
                history.Add(id, EventKind.Opened, "Mở xem văn bản");
                return Result.Success;
            },
            ct
        );
    }
}
