using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Sends a document back that was mis-addressed or fails the check of authenticity or integrity (điều 21.2). Before it is in the
/// book only.</summary>
internal sealed class ReturnIncoming(UnionDb db, Work work, UserContext user, ReceiptProgress receipts, Notices notices, History history)
{
    public Task<Result> HandleAsync(Guid id, string? reason, CancellationToken ct) =>
        work.RunAsync(() => ReturnAsync(id, reason?.Trim() ?? "", ct), ct);

    private async Task<Result> ReturnAsync(Guid id, string reason, CancellationToken ct)
    {
        var document = await db.Incoming.Include(d => d.Unit).FirstOrDefaultAsync(d => d.Id == id, ct);
        if (
            document is null
            || !(user.Required.Can(Permissions.Register, document.Unit) || user.Required.Can(Permissions.Acknowledge, document.Unit))
        )
            return Result.Refuse("Văn bản không gửi cho đơn vị của anh/chị.");
        var check = new Check()
            .That(
                document.State == IncomingState.Arrived,
                "",
                "Văn bản đã vào sổ nên không trả lại được nữa; hãy trả lời nơi gửi bằng văn bản."
            )
            .Filled(reason, "Reason", "Hãy ghi lý do trả lại để nơi gửi biết phải làm gì.")
            .AtMost(reason, Receipt.MaxReturnReason, "Reason", "Lý do");
        if (!check.Ok)
            return check.AsResult();
        document.State = IncomingState.Returned;
        await receipts.ReturnedAsync(id, reason, ct);
        history.Record(document, EventKind.Returned, "documents.incoming.returned", $"Trả lại nơi gửi. Lý do: {reason}");
        var sender = await db
            .Receipts.Where(r => r.IncomingId == id)
            .Select(r => new { r.OutgoingId, r.Outgoing.UnitId })
            .FirstOrDefaultAsync(ct);
        if (sender is not null)
            await notices.TellPostsAsync(
                [sender.UnitId],
                [Roles.Clerk],
                $"{document.Unit.Name} trả lại {document.NumberText}: {reason}",
                $"/van-ban/di/{sender.OutgoingId}/theo-doi",
                ct
            );
        return Result.Success;
    }
}
