using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Desk.Bell;

/// <summary>Takes notices off the bell: always the signed-in person's own. One statement, so no transaction is opened around it.</summary>
internal sealed class MarkRead(UnionDb db, UserContext user, TimeProvider time)
{
    /// <summary>Where the notice leads; null when the person has no such notice.</summary>
    public async Task<string?> OneAsync(Guid id, CancellationToken ct)
    {
        var link = await Mine.AsNoTracking().Where(n => n.Id == id).Select(n => n.Link).FirstOrDefaultAsync(ct);
        if (link is not null)
            await ReadAsync(Mine.Where(n => n.Id == id), ct);
        return link;
    }

    /// <summary>Those the person has seen: what came after the page was shown stays unread.</summary>
    public Task<int> UntilAsync(DateTime shownAt, CancellationToken ct) => ReadAsync(Mine.Where(n => n.At <= shownAt), ct);

    private IQueryable<Notice> Mine
    {
        get
        {
            var me = user.Required.AccountId;
            return db.Set<Notice>().Where(n => n.AccountId == me);
        }
    }

    private Task<int> ReadAsync(IQueryable<Notice> notices, CancellationToken ct)
    {
        DateTime? now = time.UtcDateTime();
        return notices.Where(n => n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), ct);
    }
}
