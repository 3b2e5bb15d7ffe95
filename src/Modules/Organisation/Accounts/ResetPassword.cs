using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Organisation.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace DoanKet.Modules.Organisation.Accounts;

/// <summary>Gives a person a new one-time password, ends the lock, and signs the person out elsewhere.</summary>
internal sealed class ResetPassword(
    UserManager<Account> users,
    Work work,
    AuditTrail audit,
    AccountReach reach,
    SignInGuard guard,
    SignInSessions sessions
)
{
    public Task<Result<string>> HandleAsync(Guid accountId, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (!await reach.CoversAsync(accountId, ct) || await users.FindByIdAsync(accountId.ToString()) is not { } account)
                    return Result<string>.Refuse("Không tìm thấy tài khoản, hoặc anh/chị không có quyền.");
                var password = OneTimePassword.New();
                account.MustChangePassword = true;
                account.LockoutEnd = null;
                account.AccessFailedCount = 0;
                var reset = await users.ResetPasswordAsync(account, await users.GeneratePasswordResetTokenAsync(account), password);
                if (!reset.Succeeded)
                    return Result<string>.Fail("Chưa đặt lại được mật khẩu; hãy tải lại trang rồi thử lại.");
                await sessions.EndAllAsync(accountId, ct);
                guard.ForgiveAll(account.UserName!);
                audit.Record("organisation.password.reset", accountId, $"Cấp mật khẩu dùng một lần cho {account.UserName}");
                return password;
            },
            ct
        );
}
