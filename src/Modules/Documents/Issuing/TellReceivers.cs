using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>Puts a line into the bell of those who take documents in at the receiving units. Thousands at once, so in bulk.</summary>
internal sealed class TellReceivers(UnionDb db, Deputies deputies, TimeProvider time)
{
    private static readonly string[] Receiving = [Roles.Clerk, Roles.Grassroots];

    /// <param name="copies">The receiving unit's own record, by the unit.</param>
    public async Task HandleAsync(IReadOnlyDictionary<Guid, Guid> copies, string text, bool urgent, CancellationToken ct)
    {
        var units = copies.Keys.ToList();
        var people = await db
            .Posts.AsNoTracking()
            .HeldOn(time.Today())
            .Where(p => units.Contains(p.UnitId) && Receiving.Contains(p.RoleCode) && p.Account.ClosedAt == null)
            .Select(p => new { p.AccountId, p.UnitId })
            .Distinct()
            .ToListAsync(ct);
        var now = time.UtcDateTime();
        var today = await deputies.TodayAsync(ct);
        people.AddRange(
            people.Where(p => today.ContainsKey(p.AccountId)).Select(p => new { today[p.AccountId].AccountId, p.UnitId }).ToList()
        );
        var told = people.Distinct().Select(p => Notice.To(p.AccountId, text, Link(copies[p.UnitId]), now, urgent));
        await db.Dialect.BulkInsertAsync(db, told, ct);
    }

    /// <summary>True when they have heard this before: all were told in one transaction, so one of them knows for all.</summary>
    public async Task<bool> WereToldAsync(IReadOnlyDictionary<Guid, Guid> copies, string text, CancellationToken ct)
    {
        var units = copies.Keys.ToList();
        var someone = await db
            .Posts.AsNoTracking()
            .HeldOn(time.Today())
            .Where(p => units.Contains(p.UnitId) && Receiving.Contains(p.RoleCode) && p.Account.ClosedAt == null)
            .OrderBy(p => p.Id)
            .Select(p => new { p.AccountId, p.UnitId })
            .FirstOrDefaultAsync(ct);
        if (someone is null)
            return true;
        var link = Link(copies[someone.UnitId]);
        return await db.Set<Notice>().AnyAsync(n => n.AccountId == someone.AccountId && n.Link == link && n.Text == text, ct);
    }

    private static string Link(Guid incoming) => $"/van-ban/den/{incoming}";
}
