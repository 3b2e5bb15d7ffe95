using DoanKet.Contracts.Organisation;
using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Accounts;

/// <summary>A post ends with its unit. One that had not begun by then never does.</summary>
internal sealed class EndPosts(UnionDb db, AuditTrail audit) : IEventHandler<UnitClosed>
{
    public async Task HandleAsync(UnitClosed happened, CancellationToken ct)
    {
        var posts = await db
            .Posts.Include(p => p.Unit)
            .Where(p => p.UnitId == happened.UnitId && (p.ValidTo == null || p.ValidTo > happened.LastDay))
            .ToListAsync(ct);
        if (posts.Count == 0)
            return;
        foreach (var post in posts)
            post.ValidTo = happened.LastDay;
        db.RemoveRange(posts.Where(post => post.ValidFrom > happened.LastDay));
        audit.Record(
            "organisation.posts.ended",
            happened.UnitId,
            $"{posts[0].Unit.Name} kết thúc hoạt động: {posts.Count} chức vụ thôi từ hết ngày {happened.LastDay.Show()}"
        );
    }
}
