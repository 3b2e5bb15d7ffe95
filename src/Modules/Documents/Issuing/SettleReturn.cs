using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>The sender has dealt with a document that a receiver sent back: it no longer waits on the clerk's home page.</summary>
internal sealed class SettleReturn(UnionDb db, Work work, UserContext user, History history, TimeProvider time)
{
    public Task<Result> HandleAsync(Guid outgoingId, Guid receiverId, CancellationToken ct) =>
        work.RunAsync(() => SettleAsync(outgoingId, receiverId, ct), ct);

    private async Task<Result> SettleAsync(Guid outgoingId, Guid receiverId, CancellationToken ct)
    {
        if (await db.Outgoing.IssuedForClerkAsync(user.Required, outgoingId, ct) is not { } document)
            return Result.Refuse("Chỉ văn thư của cơ quan ban hành mới ghi được việc này.");
        var receipt = await db
            .Receipts.Include(r => r.Receiver)
            .FirstOrDefaultAsync(r => r.OutgoingId == outgoingId && r.ReceiverId == receiverId && r.State == ReceiptState.Returned, ct);
        if (receipt is null)
            return Result.Fail("Đơn vị này không trả lại văn bản.");
        if (receipt.ReturnSettledAt is not null)
            return Result.Success;
        receipt.ReturnSettledAt = time.UtcDateTime();
        history.Record(
            document,
            EventKind.Note,
            "documents.outgoing.return-settled",
            $"Đã xử lý việc {receipt.Receiver.Name} trả lại văn bản"
        );
        return Result.Success;
    }
}
