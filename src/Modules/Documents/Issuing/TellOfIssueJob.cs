using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>Tells the receiving units of a document that was just issued to them.</summary>
internal sealed class TellOfIssueJob(UnionDb db, Work work, TellReceivers tell) : IJobHandler
{
    public const string Name = "documents.tell-of-issue";

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var id = Guid.Parse(payload);
        var document = await db.Outgoing.AsNoTracking().Include(d => d.Unit).FirstAsync(d => d.Id == id, ct);
        var copies = await db
            .Receipts.AsNoTracking()
            .Where(r => r.OutgoingId == id)
            .ToDictionaryAsync(r => r.ReceiverId, r => r.IncomingId, ct);
        var text = Notice.Cut($"{document.Unit.Name} gửi văn bản số {document.NumberText}: {document.Subject}");
        await work.RunAsync(
            async () =>
            {
                if (!await tell.WereToldAsync(copies, text, ct))
                    await tell.HandleAsync(copies, text, ct);
                return Result.Success;
            },
            ct
        );
    }
}
