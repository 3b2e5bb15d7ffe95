using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Content;

/// <summary>A file of a document that the signed-in person may see; null for all others, so that addresses tell nothing.</summary>
internal sealed class FindAttachment(UnionDb db, UserContext user)
{
    public Task<Attachment?> IncomingAsync(Guid documentId, int ordinal, CancellationToken ct) =>
        OfAsync(db.Incoming.ReadableBy(db, user.Required).Where(d => d.Id == documentId).Select(d => d.ContentId), ordinal, ct);

    public Task<Attachment?> OutgoingAsync(Guid documentId, int ordinal, CancellationToken ct) =>
        OfAsync(db.Outgoing.VisibleOutgoing(user.Required).Where(d => d.Id == documentId).Select(d => d.ContentId), ordinal, ct);

    public Task<Attachment?> CopyAsync(Guid copyId, int ordinal, CancellationToken ct) =>
        OfAsync(
            db.Set<DocumentCopy>().VisibleTo(user.Required, Permissions.ReadOutgoing).Where(c => c.Id == copyId).Select(c => c.ContentId),
            ordinal,
            ct
        );

    private Task<Attachment?> OfAsync(IQueryable<Guid> contents, int ordinal, CancellationToken ct) =>
        db.Attachments.AsNoTracking().FirstOrDefaultAsync(a => a.Ordinal == ordinal && contents.Contains(a.ContentId), ct);
}
