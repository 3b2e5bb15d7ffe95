using DoanKet.Contracts.Desk;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.SigningIn;

/// <summary>Whose sign-in is refused at present after wrong tries, for the administrators who can give a new password.</summary>
internal sealed class BlockedSignIns(UnionDb db, SignInGuard guard, TimeProvider time) : IWaitingWork
{
    private const string Group = "Đang bị chặn đăng nhập";

    public async Task<IReadOnlyList<WaitingGroup>> ForAsync(CurrentUser user, int perGroup, CancellationToken ct)
    {
        if (user.UnitsWhere(Permissions.EditAccounts).Count == 0 || guard.Blocked() is not { Count: > 0 } blocked)
            return [];
        var names = blocked.Keys.ToList();
        var units = db.Units.ReachedBy(user, Permissions.EditAccounts).Select(u => u.Id);
        var posts = db.Posts.HeldOn(time.Today());
        // Names that nobody has are counted at the door, too.
        var people = await db
            .Users.AsNoTracking()
            .Where(a =>
                a.ClosedAt == null && names.Contains(a.UserName!) && posts.Any(p => p.AccountId == a.Id && units.Contains(p.UnitId))
            )
            .OrderBy(a => a.UserName)
            .Select(a => new
            {
                a.Id,
                a.UserName,
                a.FullName,
            })
            .ToListAsync(ct);
        if (people.Count == 0)
            return [];
        return
        [
            new(
                Group,
                people.Count,
                "/tai-khoan",
                [
                    .. people
                        .Take(perGroup)
                        .Select(a => new WaitingItem(
                            Group,
                            $"{a.FullName} ({a.UserName})",
                            $"Nhập sai nhiều lần; tự mở lại lúc {VietnamTime.Local(blocked[a.UserName!]):HH:mm}. "
                                + "Quên mật khẩu thì cấp mật khẩu mới.",
                            null,
                            blocked[a.UserName!] - SignInGuard.Window,
                            Pressure.Normal,
                            "Xem tài khoản",
                            $"/tai-khoan/{a.Id}"
                        )),
                ]
            ),
        ];
    }
}
