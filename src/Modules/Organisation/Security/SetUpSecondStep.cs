using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Organisation.SigningIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace DoanKet.Modules.Organisation.Security;

/// <summary>
/// Turns the second step of signing in on and off. Each change ends the person's other sessions and the trust in their browsers, for it
/// may be made because somebody else got in.
/// </summary>
internal sealed class SetUpSecondStep(
    UserManager<Account> users,
    AuthenticatorApp app,
    RecoveryCodes recovery,
    OwnPassword password,
    ForgetSecondStep forget,
    SignInSessions sessions,
    Work work,
    AuditTrail audit
)
{
    private const string WrongCode =
        "Mã chưa đúng. Hãy nhập 6 chữ số đang hiện trong ứng dụng; nếu vẫn chưa đúng, hãy kiểm tra giờ của điện thoại.";

    /// <summary>Makes a key to scan, see <see cref="AuthenticatorApp.NewKeyAsync"/>.</summary>
    public async Task<Result> BeginAsync(string typed, HttpContext http)
    {
        var own = await password.CheckAsync(typed, http);
        if (own.Ok)
            await app.MakeNewKeyAsync(own.Value);
        return own;
    }

    /// <returns>The recovery codes, shown this once.</returns>
    public async Task<Result<IReadOnlyList<string>>> TurnOnAsync(string typed, CancellationToken ct)
    {
        var account = await password.FindAsync();
        var code = new string([.. typed.Where(char.IsAsciiDigit)]);
        return await ChangeAsync(
            account,
            async () =>
            {
                if (!await app.AcceptFirstCodeAsync(account, code))
                    return Result<IReadOnlyList<string>>.Fail(WrongCode, "Code");
                await users.SetTwoFactorEnabledAsync(account, true);
                audit.Record("organisation.signin.second-step", account.Id, "Bật xác nhận hai bước");
                return Result.Of(await recovery.MakeAsync(account));
            },
            ct
        );
    }

    /// <returns>The new recovery codes, shown this once.</returns>
    public async Task<Result<IReadOnlyList<string>>> RenewCodesAsync(string typed, HttpContext http, CancellationToken ct)
    {
        var own = await password.CheckAsync(typed, http);
        if (!own.Ok)
            return Result<IReadOnlyList<string>>.Fail(own.Problems);
        if (!own.Value.TwoFactorEnabled)
            return Result<IReadOnlyList<string>>.Fail("Hãy bật xác nhận hai bước trước.");
        return await work.RunAsync(
            async () =>
            {
                audit.Record("organisation.signin.recovery-codes", own.Value.Id, "Tạo mã dự phòng mới");
                return Result.Of(await recovery.MakeAsync(own.Value));
            },
            ct
        );
    }

    public async Task<Result> TurnOffAsync(string typed, HttpContext http, CancellationToken ct)
    {
        var own = await password.CheckAsync(typed, http);
        if (!own.Ok)
            return own;
        return await ChangeAsync(
            own.Value,
            async () =>
            {
                await forget.HandleAsync(own.Value);
                audit.Record("organisation.signin.second-step", own.Value.Id, "Tắt xác nhận hai bước");
                return Result.Of(true);
            },
            ct
        );
    }

    /// <summary>This browser goes on with a new session, all others are out.</summary>
    private async Task<Result<T>> ChangeAsync<T>(Account account, Func<Task<Result<T>>> change, CancellationToken ct)
    {
        SignInSession? session = null;
        var result = await work.RunAsync(
            async () =>
            {
                var changed = await change();
                if (!changed.Ok)
                    return changed;
                session = await sessions.BeginAnewAsync(account, ct);
                return changed;
            },
            ct
        );
        if (session is not null && result.Ok)
            await sessions.WriteCookieAsync(account, session);
        return result;
    }
}
