using DoanKet.Kernel.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace DoanKet.Modules.Organisation.SigningIn;

/// <summary>
/// Two cookies that only this program can write: whose password was right a moment ago, so that the code can be asked for; and that a
/// browser is one's own, so that it is not asked for each morning. Both end when the password, or the second step, changes.
/// </summary>
internal sealed class PendingSignIn(UserManager<Account> users, TimedSeal seal)
{
    public static readonly TimeSpan ToTypeCode = TimeSpan.FromMinutes(10),
        Trusted = TimeSpan.FromDays(30);

    private const string StepCookie = "dk-step",
        TrustCookie = "dk-trust-";

    public void Begin(HttpContext http, Account account) => Write(http, StepCookie, account, ToTypeCode);

    public void End(HttpContext http) => http.Response.Cookies.Delete(StepCookie, Options(http, TimeSpan.Zero));

    /// <summary>Null when there is none, or it is too old: the password is asked for again.</summary>
    public async Task<Account?> FindAsync(HttpContext http) =>
        Read(http, StepCookie) is { } said
        && await users.FindByIdAsync(said.AccountId.ToString()) is { ClosedAt: null, TwoFactorEnabled: true } account
        && account.SecurityStamp == said.Stamp
            ? account
            : null;

    public void Trust(HttpContext http, Account account) => Write(http, NameFor(account), account, Trusted);

    public bool IsTrusted(HttpContext http, Account account) =>
        Read(http, NameFor(account)) is { } said && said.AccountId == account.Id && said.Stamp == account.SecurityStamp;

    /// <summary>One for each person of a shared computer.</summary>
    private static string NameFor(Account account) => TrustCookie + account.Id.ToString("N");

    private void Write(HttpContext http, string name, Account account, TimeSpan life) =>
        http.Response.Cookies.Append(name, seal.Seal(name, $"{account.Id:N} {account.SecurityStamp}", life), Options(http, life));

    private static CookieOptions Options(HttpContext http, TimeSpan life) =>
        new()
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            MaxAge = life,
            Path = SignInSetup.Address,
        };

    private (Guid AccountId, string Stamp)? Read(HttpContext http, string name) =>
        seal.Open(name, http.Request.Cookies[name])?.Split(' ', 2) is [var id, var stamp] ? (Guid.ParseExact(id, "N"), stamp) : null;
}
