using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>Keeps the sender's view of a receiver true: called by the receiver's acts, in their transaction. Documents from outside have no receipt, and nothing happens.</summary>
internal sealed class ReceiptProgress(UnionDb db, TimeProvider time)
{
    public Task OpenedAsync(Guid incomingId, CancellationToken ct) => MoveAsync(incomingId, ReceiptState.Opened, null, "", ct);

    public Task RegisteredAsync(Guid incomingId, int arrivalNumber, CancellationToken ct) => MoveAsync(incomingId, ReceiptState.Registered, arrivalNumber, "", ct);

    public Task DoneAsync(Guid incomingId, CancellationToken ct) => MoveAsync(incomingId, ReceiptState.Done, null, "", ct);

    public Task ReturnedAsync(Guid incomingId, string reason, CancellationToken ct) => MoveAsync(incomingId, ReceiptState.Returned, null, reason, ct);

    /// <summary>Forward only: a page opened again does not undo a registration.</summary>
    private async Task MoveAsync(Guid incomingId, ReceiptState state, int? number, string reason, CancellationToken ct)
    {
        var receipt = await db.Receipts.FirstOrDefaultAsync(r => r.IncomingId == incomingId, ct);
        if (receipt is null || receipt.State >= state)
            return;
        var now = time.UtcDateTime();
        receipt.State = state;
        receipt.OpenedAt ??= now;
        if (state is ReceiptState.Registered or ReceiptState.Done)
            receipt.RegisteredAt ??= now;
        receipt.ArrivalNumber = number ?? receipt.ArrivalNumber;
        if (state == ReceiptState.Done)
            receipt.DoneAt = now;
        if (state == ReceiptState.Returned)
            (receipt.ReturnedAt, receipt.ReturnReason) = (now, reason);
    }
}
