using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace DoanKet.Modules.Organisation.SigningIn;

/// <summary>
/// Checks a name and a password and begins a session. Unknown and known names cost the same time and hear the same words.
/// </summary>
internal sealed class SignInPerson(
    UserManager<Account> users,
    SignInGuard guard,
    KnownDevices devices,
    SignInSessions sessions,
    PretendedPassword pretended,
    CurrentUserLoader loader,
    UserContext context,
    Work work,
    AuditTrail audit
)
{
    private const int LongestName = 100;

    private const string Wrong = "Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.",
        TooOften = "Đã nhập sai quá nhiều lần cho tên đăng nhập này. Hãy đợi 15 phút rồi thử lại, hoặc nhờ quản trị cấp mật khẩu mới.",
        NoPost = "Tài khoản này hiện không giữ chức vụ nào ở đơn vị đang hoạt động. Hãy hỏi quản trị của đơn vị.";

    public async Task<Result> HandleAsync(string typedName, string password, HttpContext http, CancellationToken ct)
    {
        var name = typedName.Trim().ToLowerInvariant();
        name = name.Length <= LongestName ? name : name[..LongestName];
        var account = await users.FindByNameAsync(name);
        var place = devices.PlaceOf(http, account?.Id);
        if (!guard.TryEnter(name, place))
            return Result.Fail(TooOften);
        var right = account is { ClosedAt: null } ? await users.CheckPasswordAsync(account, password) : pretended.Check(password);
        if (!right)
        {
            await RecordWrongAsync(account, ct);
            return Result.Fail(Wrong);
        }
        guard.Forgive(name, place);
        if (await loader.LoadAsync(account!.Id, null, ct) is not { Posts.Count: > 0 } person)
            return Result.Fail(NoPost);
        context.Current = person;
        var begun = await work.RunAsync(
            () =>
            {
                var session = sessions.Add(account);
                audit.Record("organisation.signin", account.Id, $"Đăng nhập từ {sessions.Address}");
                return Task.FromResult(Result.Of(session));
            },
            ct
        );
        await sessions.WriteCookieAsync(account, begun.Value);
        devices.Remember(http, account.Id);
        return Result.Success;
    }

    /// <summary>For names that nobody has too, and without them: people type their password into the wrong field.</summary>
    private Task<Result> RecordWrongAsync(Account? account, CancellationToken ct) =>
        work.RunAsync(
            () =>
            {
                var whose = account is null ? "bằng tên không có" : $"vào tài khoản {account.UserName}";
                audit.Record("organisation.signin.failed", account?.Id, $"Nhập sai mật khẩu {whose}, từ {sessions.Address}");
                return Task.FromResult(Result.Success);
            },
            ct
        );
}

/// <summary>A password that nobody has: checking against it takes as long as against somebody's.</summary>
internal sealed class PretendedPassword
{
    private readonly PasswordHasher<Account> _hasher = new();
    private readonly Account _nobody = new() { FullName = "" };
    private readonly Lazy<string> _hash;

    public PretendedPassword() => _hash = new(() => _hasher.HashPassword(_nobody, Ids.New().ToString()));

    /// <returns>Always false.</returns>
    public bool Check(string password)
    {
        _hasher.VerifyHashedPassword(_nobody, _hash.Value, password);
        return false;
    }
}
