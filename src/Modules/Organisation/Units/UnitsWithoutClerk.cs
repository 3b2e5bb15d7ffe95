using DoanKet.Contracts.Desk;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

/// <summary>Units in which nobody can receive a document: no clerk, and no officer of the grassroots who does a clerk's work.</summary>
internal sealed class UnitsWithoutClerk(UnionDb db, TimeProvider time) : IWaitingWork
{
    private const string Group = "Đơn vị chưa có người nhận văn bản";

    public const string Link = "/don-vi?thieu-van-thu=true";

    private static readonly string[] Receiving = [Roles.Clerk, Roles.Grassroots];

    /// <summary>Of these units the ones without; boards of an office share the office's clerk.</summary>
    public IQueryable<Unit> Among(IQueryable<Unit> units)
    {
        var today = time.Today();
        var posts = db.Posts.HeldOn(today).Where(p => Receiving.Contains(p.RoleCode) && p.Account.ClosedAt == null);
        return units.Living(today).Where(u => !u.Kind.IsPartOfParent && !posts.Any(p => p.UnitId == u.Id));
    }

    public async Task<IReadOnlyList<WaitingGroup>> ForAsync(CurrentUser user, int perGroup, CancellationToken ct)
    {
        if (user.UnitsWhere(Permissions.EditAccounts).Count == 0)
            return [];
        var without = Among(db.Units.AsNoTracking().ReachedBy(user, Permissions.EditAccounts));
        var count = await without.CountAsync(ct);
        if (count == 0)
            return [];
        var first = await without.OrderBy(u => u.Path).Select(u => new { u.Name, u.ValidFrom }).FirstAsync(ct);
        // One line for all of them: it is one piece of work, done from one list.
        return
        [
            new(
                Group,
                1,
                Link,
                [
                    new(
                        Group,
                        $"{Figures.Show(count)} đơn vị chưa có văn thư hoặc cán bộ nhận văn bản",
                        $"Văn bản gửi đến sẽ không ai nhận; trước hết: {first.Name}",
                        null,
                        time.UtcDateTime(),
                        Pressure.Normal,
                        "Xem và thêm tài khoản",
                        Link
                    ),
                ]
            ),
        ];
    }
}
