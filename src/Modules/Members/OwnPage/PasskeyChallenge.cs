using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>What a phone was asked to sign, sealed in a cookie for the minutes until it has answered; used once.</summary>
internal sealed class PasskeyChallenge(IDataProtectionProvider protection)
{
    /// <summary>What the answer will be for: an answer to the one is none to the other.</summary>
    public const string NewKey = "members.passkey.new",
        SignIn = "members.passkey.sign-in";

    private const string CookieName = "dk-member-challenge";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public void Keep(HttpContext http, string purpose, string state) =>
        http.Response.Cookies.Append(CookieName, Protector(purpose).Protect(state, Life), Options(http));

    /// <returns>Null when this browser was asked nothing of the kind, or too long ago.</returns>
    public string? Take(HttpContext http, string purpose)
    {
        if (http.Request.Cookies[CookieName] is not { } kept)
            return null;
        http.Response.Cookies.Delete(CookieName, Options(http));
        try
        {
            return Protector(purpose).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(string purpose) => protection.CreateProtector(purpose).ToTimeLimitedDataProtector();

    private static CookieOptions Options(HttpContext http) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            IsEssential = true,
            Secure = http.Request.IsHttps,
            Path = OwnSessions.Address,
            MaxAge = Life,
        };
}
