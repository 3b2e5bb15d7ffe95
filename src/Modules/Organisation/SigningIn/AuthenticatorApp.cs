using System.Globalization;
using System.Security.Cryptography;
using DoanKet.Kernel.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using OtpNet;

namespace DoanKet.Modules.Organisation.SigningIn;

/// <summary>
/// The app on a person's phone that shows a new code each half minute (TOTP, RFC 6238). Its key is kept encrypted: the keys for that stand
/// outside the database.
/// </summary>
internal sealed class AuthenticatorApp(UserManager<Account> users, IDataProtectionProvider protection, TimedSeal seal, TimeProvider time)
{
    /// <summary>Time to scan a new key; whoever comes later to an open screen finds none.</summary>
    public static readonly TimeSpan ToScan = TimeSpan.FromMinutes(15);

    private const string Provider = "doanket",
        Key = "authenticator",
        NewKey = "authenticator-new",
        Purpose = "dk-authenticator";

    private const int KeyBytes = 20;

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    /// <summary>Makes a key that counts once its first code has been typed, see <see cref="AcceptFirstCodeAsync"/>.</summary>
    public Task MakeNewKeyAsync(Account account)
    {
        var key = Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(KeyBytes));
        return users.SetAuthenticationTokenAsync(account, Provider, NewKey, seal.Seal(Purpose, key, ToScan));
    }

    /// <summary>In base 32, as apps take it; null when none was made or it was not used in time.</summary>
    public async Task<string?> NewKeyAsync(Account account) =>
        seal.Open(Purpose, await users.GetAuthenticationTokenAsync(account, Provider, NewKey));

    /// <summary>What the app reads from the picture.</summary>
    public static string AddressOf(string key, Account account) => new OtpUri(OtpType.Totp, key, account.UserName, "Đoàn Kết").ToString();

    /// <summary>The first code shows that the phone has the new key: from now on codes are made by it.</summary>
    public async Task<bool> AcceptFirstCodeAsync(Account account, string code)
    {
        if (await NewKeyAsync(account) is not { } key || !Accept(account, key, code))
            return false;
        await users.RemoveAuthenticationTokenAsync(account, Provider, NewKey);
        await users.SetAuthenticationTokenAsync(account, Provider, Key, _protector.Protect(key));
        return true;
    }

    /// <summary>True once for a code; of two who type it at the same moment one fails to save the account.</summary>
    public async Task<bool> AcceptCodeAsync(Account account, string code) =>
        await KeyAsync(account) is { } key && Accept(account, key, code) && (await users.UpdateAsync(account)).Succeeded;

    public async Task ForgetAsync(Account account)
    {
        await users.RemoveAuthenticationTokenAsync(account, Provider, NewKey);
        await users.RemoveAuthenticationTokenAsync(account, Provider, Key);
    }

    private async Task<string?> KeyAsync(Account account)
    {
        if (await users.GetAuthenticationTokenAsync(account, Provider, Key) is not { } kept)
            return null;
        try
        {
            return _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            // Restored without its keys: an administrator takes the second step away.
            return null;
        }
    }

    private bool Accept(Account account, string key, string code)
    {
        if (code.Length != 6 || !int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return false;
        var totp = new Totp(Base32Encoding.ToBytes(key));
        // A clock that goes half a minute wrong is no reason to stand outside.
        if (
            !totp.VerifyTotp(time.GetUtcNow().UtcDateTime, code, out var step, new VerificationWindow(1, 1))
            || step <= account.LastCodeStep
        )
            return false;
        account.LastCodeStep = step;
        return true;
    }
}
