using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>Writes each receiver's own record of an issued document and the sender's receipt for it, by bulk insert in the caller's
/// transaction.</summary>
internal sealed class DeliverCopies(UnionDb db, TimeProvider time)
{
    public async Task HandleAsync(OutgoingDocument document, IReadOnlyList<ReceiverUnit> receivers, CancellationToken ct)
    {
        var now = time.UtcDateTime();
        var pages = await db
            .Attachments.Where(a => a.ContentId == document.ContentId)
            .Join(db.Set<FileText>(), a => a.Sha256, t => t.Sha256, (_, t) => t.Pages)
            .SumAsync(ct);
        var received = Received(document, now);
        received.Pages = pages > 0 ? pages : null;
        var copies = receivers.Select(receiver => received.For(receiver.Id, now)).ToList();
        await db.Dialect.BulkInsertAsync(db, copies, ct);
        await db.Dialect.BulkInsertAsync(
            db,
            copies.Select(copy => new Receipt
            {
                IncomingId = copy.Id,
                OutgoingId = document.Id,
                ReceiverId = copy.UnitId,
                DeliveredAt = now,
                DueOn = document.ReplyBy,
            }),
            ct
        );
    }

    /// <summary>What every receiver gets to see, to be copied for each of them.</summary>
    public static IncomingDocument Received(OutgoingDocument document, DateTime at) =>
        new()
        {
            Source = IncomingSource.Internal,
            ReceivedAt = at,
            NumberText = document.NumberText,
            NumberKey = document.NumberKey,
            IssuedOn = document.IssuedOn,
            Issuer = document.Unit.Name,
            IssuerFold = Fold.Text(document.Unit.Name),
            KindCode = document.KindCode,
            Subject = document.Subject,
            SignerName = document.SignerName,
            SignerTitle = document.SignerTitle,
            Urgency = document.Urgency,
            DueOn = document.ReplyBy,
            DuplicateKey = NumberKeys.Duplicate(document.NumberText, document.Unit.Name),
            ContentId = document.ContentId,
            SearchId = document.SearchId,
        };
}
