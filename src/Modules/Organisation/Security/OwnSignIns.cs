using System.Security.Claims;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Organisation.SigningIn;
using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Security;

/// <summary>A line of the list.</summary>
/// <param name="IsThis">The browser that asks.</param>
internal sealed record SignInRow(Guid Id, DateTime StartedAt, DateTime? EndedAt, string Address, string Device, bool IsThis);

/// <summary>Where the signed-in person has signed in, and how to end it there.</summary>
internal sealed class OwnSignIns(
    UnionDb db,
    UserContext user,
    UserManager<Account> users,
    SignInSessions sessions,
    Work work,
    AuditTrail audit,
    TimeProvider time
)
{
    /// <summary>Those that have ended and are still shown.</summary>
    private const int EndedShown = 10;

    public async Task<IReadOnlyList<SignInRow>> ReadAsync(ClaimsPrincipal person, CancellationToken ct)
    {
        var (me, current, oldest) = (user.Required.AccountId, SignInSessions.IdOf(person), time.UtcDateTime() - SignInSession.Longest);
        var own = db.Set<SignInSession>().AsNoTracking().Where(s => s.AccountId == me && s.StartedAt > oldest);
        var live = await own.Where(s => s.EndedAt == null).OrderByDescending(s => s.StartedAt).ToListAsync(ct);
        var ended = await own.Where(s => s.EndedAt != null).OrderByDescending(s => s.StartedAt).Take(EndedShown).ToListAsync(ct);
        return
        [
            .. live.OrderByDescending(s => s.Id == current)
                .Concat(ended)
                .Select(s => new SignInRow(s.Id, s.StartedAt, s.EndedAt, s.Address, DeviceName.Of(s.Device), s.Id == current)),
        ];
    }

    public Task<Result> EndAsync(Guid session, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var (me, now) = (user.Required.AccountId, (DateTime?)time.UtcDateTime());
                var ended = await db.Set<SignInSession>()
                    .Where(s => s.Id == session && s.AccountId == me && s.EndedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), ct);
                if (ended > 0)
                    audit.Record("organisation.signin.ended", me, "Kết thúc một lần đăng nhập của mình ở máy khác");
                return Result.Success;
            },
            ct
        );

    /// <summary>This browser goes on; browsers that were trusted are not any more.</summary>
    public async Task EndOthersAsync(CancellationToken ct)
    {
        var account = (await users.FindByIdAsync(user.Required.AccountId.ToString()))!;
        var begun = await work.RunAsync(
            async () =>
            {
                await users.UpdateSecurityStampAsync(account);
                audit.Record("organisation.signin.ended", account.Id, "Kết thúc mọi lần đăng nhập khác của mình");
                return Result.Of(await sessions.BeginAnewAsync(account, ct));
            },
            ct
        );
        await sessions.WriteCookieAsync(account, begun.Value);
    }
}
