using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>Keeps the sender's view of a receiver true: called by the receiver's acts, in their transaction. Documents from outside have no
/// receipt, and nothing happens.</summary>
internal sealed class ReceiptProgress(UnionDb db, TimeProvider time)
{
    public Task OpenedAsync(Guid incomingId, CancellationToken ct) => MoveAsync(incomingId, ReceiptState.Opened, null, "", ct);

    public Task RegisteredAsync(Guid incomingId, int arrivalNumber, CancellationToken ct) =>
        MoveAsync(incomingId, ReceiptState.Registered, arrivalNumber, "", ct);

    public Task DoneAsync(Guid incomingId, CancellationToken ct) => MoveAsync(incomingId, ReceiptState.Done, null, "", ct);

    public Task ReturnedAsync(Guid incomingId, string reason, CancellationToken ct) =>
        MoveAsync(incomingId, ReceiptState.Returned, null, reason, ct);

    /// <summary>The one step back: the receiver undoes what was just registered.</summary>
    public Task TakenBackAsync(Guid incomingId, CancellationToken ct) =>
        db
            .Receipts.Where(r => r.IncomingId == incomingId && r.State == ReceiptState.Registered)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(r => r.State, ReceiptState.Opened)
                        .SetProperty(r => r.RegisteredAt, (DateTime?)null)
                        .SetProperty(r => r.ArrivalNumber, (int?)null),
                ct
            );

    /// <summary>
    /// Forward only, decided by the database itself: a page that is opened while somebody registers does not undo the registration.
    /// </summary>
    private Task<int> MoveAsync(Guid incomingId, ReceiptState state, int? number, string reason, CancellationToken ct)
    {
        DateTime? now = time.UtcDateTime();
        return db
            .Receipts.Where(r => r.IncomingId == incomingId && r.State < state)
            .ExecuteUpdateAsync(
                set =>
                {
                    set.SetProperty(r => r.State, state).SetProperty(r => r.OpenedAt, r => r.OpenedAt ?? now);
                    if (state is ReceiptState.Registered or ReceiptState.Done)
                        set.SetProperty(r => r.RegisteredAt, r => r.RegisteredAt ?? now);
                    if (number is not null)
                        set.SetProperty(r => r.ArrivalNumber, number);
                    if (state == ReceiptState.Done)
                        set.SetProperty(r => r.DoneAt, now);
                    if (state == ReceiptState.Returned)
                        set.SetProperty(r => r.ReturnedAt, now).SetProperty(r => r.ReturnReason, reason);
                },
                ct
            );
    }
}
