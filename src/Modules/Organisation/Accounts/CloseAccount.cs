using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Organisation.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace DoanKet.Modules.Organisation.Accounts;

/// <summary>Ends or gives back the right to sign in; posts and history stay.</summary>
internal sealed class CloseAccount(
    UserManager<Account> users,
    Work work,
    AuditTrail audit,
    AccountReach reach,
    SignInSessions sessions,
    UserContext user,
    TimeProvider time
)
{
    public Task<Result> HandleAsync(Guid accountId, bool close, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (!await reach.CoversAsync(accountId, ct) || await users.FindByIdAsync(accountId.ToString()) is not { } account)
                    return Result.Refuse("Không tìm thấy tài khoản, hoặc anh/chị không có quyền.");
                if (close && accountId == user.Required.AccountId)
                    return Result.Fail("Anh/chị không tự khóa tài khoản của mình được; hãy nhờ một quản trị khác.");
                account.ClosedAt = close ? time.UtcDateTime() : null;
                await users.UpdateSecurityStampAsync(account);
                if (close)
                    await sessions.EndAllAsync(accountId, ct);
                audit.Record(
                    close ? "organisation.account.closed" : "organisation.account.reopened",
                    accountId,
                    $"{(close ? "Khóa" : "Mở lại")} tài khoản {account.UserName}"
                );
                return Result.Success;
            },
            ct
        );
}
