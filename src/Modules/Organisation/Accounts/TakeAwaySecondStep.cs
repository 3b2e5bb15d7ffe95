using DoanKet.Kernel;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Organisation.SigningIn;
using DoanKet.Ui.Shell;
using Microsoft.AspNetCore.Identity;

namespace DoanKet.Modules.Organisation.Accounts;

/// <summary>
/// For somebody whose phone is lost: the password is enough until it is set up anew. Passkeys go too, for they may lie on that phone.
/// </summary>
internal sealed class TakeAwaySecondStep(
    UserManager<Account> users,
    AccountReach reach,
    ForgetSecondStep forget,
    SignInSessions sessions,
    UnionDb db,
    Work work,
    AuditTrail audit,
    TimeProvider time
)
{
    private const string Told = "Quản trị đã gỡ xác nhận hai bước và khóa truy cập của anh/chị. Hãy bật lại trên điện thoại mới.";

    public Task<Result> HandleAsync(Guid accountId, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (!await reach.CoversAsync(accountId, ct) || await users.FindByIdAsync(accountId.ToString()) is not { } account)
                    return Result.Refuse("Không tìm thấy tài khoản, hoặc anh/chị không có quyền.");
                await forget.WithPasskeysAsync(account);
                await sessions.EndAllAsync(accountId, ct);
                audit.Record("organisation.signin.second-step", accountId, $"Gỡ xác nhận hai bước và khóa truy cập của {account.UserName}");
                db.Add(Notice.To(accountId, Told, ShellAddresses.Security, time.UtcDateTime(), isUrgent: true));
                return Result.Success;
            },
            ct
        );
}
