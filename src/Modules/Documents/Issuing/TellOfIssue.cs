using DoanKet.Contracts.Documents;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>
/// Tells the receiving units of a document that was just issued to them: thousands of lines in thousands of bells, a moment later, so
/// that the clerk does not wait for them.
/// </summary>
internal sealed class TellOfIssue(UnionDb db, Work work, TellReceivers tell) : IEventHandler<DocumentIssued>
{
    public const string JobName = "documents.tell-of-issue";

    public async Task HandleAsync(DocumentIssued happened, CancellationToken ct)
    {
        var document = await db.Outgoing.AsNoTracking().Include(d => d.Unit).FirstAsync(d => d.Id == happened.DocumentId, ct);
        var copies = await db
            .Receipts.AsNoTracking()
            .Where(r => r.OutgoingId == document.Id)
            .ToDictionaryAsync(r => r.ReceiverId, r => r.IncomingId, ct);
        var text = Notice.Cut($"{document.Unit.Name} gửi văn bản số {document.NumberText}: {document.Subject}");
        await work.RunAsync(
            async () =>
            {
                if (!await tell.WereToldAsync(copies, text, ct))
                    await tell.HandleAsync(copies, text, document.Urgency.CannotWait(), ct);
                return Result.Success;
            },
            ct
        );
    }
}
