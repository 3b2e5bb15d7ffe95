using DoanKet.Kernel.Backup;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Content;

/// <summary>Indexes anew every content that had been indexed, for the units that have a record of it.</summary>
internal sealed class RebuildSearch(UnionDb db, ReindexContent reindex) : IRebuildDerived
{
    private const int AtOnce = 200;

    public async Task RebuildAsync(CancellationToken ct)
    {
        var after = Guid.Empty;
        while (
            await db
                .Contents.Include(c => c.Attachments)
                .Where(c => c.SearchId != null && c.Id.CompareTo(after) > 0)
                .OrderBy(c => c.Id)
                .Take(AtOnce)
                .ToListAsync(ct)
                is { Count: > 0 } contents
        )
        {
            foreach (var content in contents)
            {
                // The number of the old index says nothing in the new one.
                content.SearchId = null;
                await reindex.HandleAsync(content, ct);
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            after = contents[^1].Id;
        }
    }
}
