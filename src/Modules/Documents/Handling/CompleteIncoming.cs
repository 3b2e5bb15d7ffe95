using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>"Đã thực hiện xong": a unit that handles by itself (no directive, no assignments) says that the document is done; its leader
/// may say so at any time after registration.</summary>
internal sealed class CompleteIncoming(
    UnionDb db,
    Work work,
    UserContext user,
    ReceiptProgress receipts,
    History history,
    TimeProvider time
)
{
    public Task<Result> HandleAsync(Guid id, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var document = await db.Incoming.Include(d => d.Unit).FirstOrDefaultAsync(d => d.Id == id, ct);
                if (
                    document is null
                    || !(user.Required.Can(Permissions.Acknowledge, document.Unit) || user.Required.Can(Permissions.Direct, document.Unit))
                )
                    return Result.Refuse("Văn bản không thuộc đơn vị của anh/chị.");
                if (document.State is not (IncomingState.Registered or IncomingState.Directed))
                    return Result.Fail(
                        document.State == IncomingState.Done
                            ? "Văn bản đã được báo xong trước đó."
                            : "Văn bản chưa vào sổ; hãy vào sổ trước."
                    );
                (document.State, document.DoneAt) = (IncomingState.Done, time.UtcDateTime());
                await receipts.DoneAsync(id, ct);
                history.Record(document, EventKind.Done, "documents.incoming.done", "Đã thực hiện xong");
                return Result.Success;
            },
            ct
        );
}
