using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.AspNetCore.Http;

namespace DoanKet.Modules.Organisation.SigningIn;

/// <summary>
/// Where every way of signing in ends: who holds a post gets a session and its cookie, the log a line, and the browser is known
/// from now on.
/// </summary>
internal sealed class BeginSession(
    CurrentUserLoader loader,
    UserContext context,
    SignInSessions sessions,
    KnownDevices devices,
    Work work,
    AuditTrail audit
)
{
    private const string NoPost = "Tài khoản này hiện không giữ chức vụ nào ở đơn vị đang hoạt động. Hãy hỏi quản trị của đơn vị.";

    /// <param name="means">For the log, e.g. " bằng khóa truy cập"; empty: with the password alone.</param>
    public async Task<Result> HandleAsync(Account account, string means, HttpContext http, CancellationToken ct)
    {
        if (await loader.LoadAsync(account.Id, null, ct) is not { Posts.Count: > 0 } person)
            return Result.Fail(NoPost);
        context.Current = person;
        var begun = await work.RunAsync(
            () =>
            {
                var session = sessions.Add(account);
                audit.Record("organisation.signin", account.Id, $"Đăng nhập{means} từ {sessions.Address}");
                return Task.FromResult(Result.Of(session));
            },
            ct
        );
        await sessions.WriteCookieAsync(account, begun.Value);
        devices.Remember(http, account.Id);
        return Result.Success;
    }
}
