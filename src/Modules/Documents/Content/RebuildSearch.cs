using DoanKet.Kernel.Backup;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Search;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Content;

/// <summary>Indexes anew every content that had been indexed, for the units that have a record of it.</summary>
internal sealed class RebuildSearch(UnionDb db, Work work, ReindexContent reindex) : IRebuildDerived, IRenewSearch
{
    private const int AtOnce = 200;

    /// <summary>Into an empty index; every text keeps its number, which the records say.</summary>
    public async Task RebuildAsync(CancellationToken ct)
    {
        var after = Guid.Empty;
        while (await NextAsync(null, after, ct) is { Count: > 0 } contents)
            after = await ReindexAsync(contents, ct);
    }

    /// <summary>In place, a few at a time, so that others can write in between.</summary>
    public async Task RenewAsync(string? within, Action<int> renewed, CancellationToken ct)
    {
        Guid? after = Guid.Empty;
        while (after is { } last)
        {
            var count = 0;
            await work.RunAsync(
                async () =>
                {
                    var contents = await NextAsync(within, last, ct);
                    count = contents.Count;
                    after = count > 0 ? await ReindexAsync(contents, ct) : null;
                    return Result.Success;
                },
                ct
            );
            renewed(count);
        }
    }

    public Task<int> CountAsync(string? within, CancellationToken ct) => Indexed(within).CountAsync(ct);

    private Task<List<DocumentContent>> NextAsync(string? within, Guid after, CancellationToken ct) =>
        Indexed(within).Include(c => c.Attachments).Where(c => c.Id.CompareTo(after) > 0).OrderBy(c => c.Id).Take(AtOnce).ToListAsync(ct);

    private IQueryable<DocumentContent> Indexed(string? within)
    {
        var indexed = db.Contents.Where(c => c.SearchId != null);
        if (within is null)
            return indexed;
        var units = db.Units.Within(within).Select(u => u.Id);
        var (incoming, outgoing) = (db.Incoming.Where(d => units.Contains(d.UnitId)), db.Outgoing.Where(d => units.Contains(d.UnitId)));
        return indexed.Where(c => incoming.Any(d => d.ContentId == c.Id) || outgoing.Any(d => d.ContentId == c.Id));
    }

    /// <returns>The last of them.</returns>
    private async Task<Guid> ReindexAsync(List<DocumentContent> contents, CancellationToken ct)
    {
        foreach (var content in contents)
            await reindex.HandleAsync(content, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return contents[^1].Id;
    }
}
