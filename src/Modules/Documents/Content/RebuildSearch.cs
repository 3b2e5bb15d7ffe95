using DoanKet.Kernel.Backup;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Incoming;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Content;

/// <summary>Indexes anew every content that had been indexed, for the units that have a record of it.</summary>
internal sealed class RebuildSearch(UnionDb db, IndexContent index) : IRebuildDerived
{
    private const int AtOnce = 200;

    public async Task RebuildAsync(CancellationToken ct)
    {
        var after = Guid.Empty;
        while (await db.Contents.Include(c => c.Attachments).Where(c => c.SearchId != null && c.Id.CompareTo(after) > 0).OrderBy(c => c.Id).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } contents)
        {
            foreach (var content in contents)
            {
                // The number of the old index says nothing in the new one.
                content.SearchId = null;
                await IndexAsync(content, ct);
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            after = contents[^1].Id;
        }
    }

    private async Task IndexAsync(DocumentContent content, CancellationToken ct)
    {
        var owners = await db.Incoming.Where(d => d.ContentId == content.Id).Select(d => d.Unit.Ordinal).ToListAsync(ct);
        if (await db.Outgoing.AsNoTracking().Include(d => d.Unit).FirstOrDefaultAsync(d => d.ContentId == content.Id, ct) is { } outgoing)
            await index.HandleAsync(content, [outgoing.Unit.Ordinal, .. owners], outgoing.Heading, ct);
        else if (await db.Incoming.AsNoTracking().FirstOrDefaultAsync(d => d.ContentId == content.Id, ct) is { } incoming)
            await index.HandleAsync(content, owners, IncomingBook.Heading(incoming), ct);
    }
}
