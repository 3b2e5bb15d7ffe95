using DoanKet.Kernel;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DoanKet.Modules.Organisation.SigningIn;

/// <summary>
/// Checks a name and a password, the first step of signing in and for most people the only one. Unknown and known names cost the same time
/// and hear the same words.
/// </summary>
internal sealed class SignInPerson(
    UserManager<Account> users,
    SignInGuard guard,
    KnownDevices devices,
    SignInSessions sessions,
    PendingSignIn pending,
    PretendedPassword pretended,
    BeginSession begin,
    Work work,
    AuditTrail audit
)
{
    private const int LongestName = 100;

    private const string Wrong = "Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.",
        TooOften = "Đã nhập sai quá nhiều lần cho tên đăng nhập này. Hãy đợi 15 phút rồi thử lại, hoặc nhờ quản trị cấp mật khẩu mới.";

    /// <returns>True: signed in; false: the code of the second step is wanted.</returns>
    public async Task<Result<bool>> HandleAsync(string typedName, string password, HttpContext http, CancellationToken ct)
    {
        var name = typedName.Trim().ToLowerInvariant();
        name = name.Length <= LongestName ? name : name[..LongestName];
        var account = await users.FindByNameAsync(name);
        var place = devices.PlaceOf(http, account?.Id);
        if (!guard.TryEnter(name, place))
            return Result<bool>.Fail(TooOften);
        var right = account is { ClosedAt: null } ? await users.CheckPasswordAsync(account, password) : pretended.Check(password);
        if (!right)
        {
            await RecordWrongAsync(account, ct);
            return Result<bool>.Fail(Wrong);
        }
        guard.Forgive(name, place);
        if (account!.TwoFactorEnabled && !pending.IsTrusted(http, account))
        {
            pending.Begin(http, account);
            return false;
        }
        var begun = await begin.HandleAsync(account, "", http, ct);
        return begun.Ok ? true : Result<bool>.Fail(begun.Problems);
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
    private readonly Account _nobody = new() { FullName = "" };
    private readonly PasswordHasher<Account> _hasher;
    private readonly Lazy<string> _hash;

    public PretendedPassword(IOptions<PasswordHasherOptions> options)
    {
        _hasher = new(options);
        _hash = new(() => _hasher.HashPassword(_nobody, Ids.New().ToString()));
    }

    /// <returns>Always false.</returns>
    public bool Check(string password)
    {
        _hasher.VerifyHashedPassword(_nobody, _hash.Value, password);
        return false;
    }
}
