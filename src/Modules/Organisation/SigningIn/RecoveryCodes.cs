using System.Security.Cryptography;
using System.Text;
using DoanKet.Kernel.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace DoanKet.Modules.Organisation.SigningIn;

/// <summary>
/// Codes on paper for the day the phone is lost; each is good for one sign-in. Only their hashes are kept, and these encrypted.
/// </summary>
internal sealed class RecoveryCodes(UserManager<Account> users, IDataProtectionProvider protection)
{
    public const int Number = 10;

    private const string Provider = "doanket",
        Name = "recovery-codes",
        // Without letters and digits that look alike on paper.
        Alphabet = "23456789abcdefghjkmnpqrstvwxyz";

    private const int Length = 10;

    private readonly IDataProtector _protector = protection.CreateProtector("dk-recovery-codes");

    /// <returns>The new codes as the person writes them down; the old ones are void.</returns>
    public async Task<IReadOnlyList<string>> MakeAsync(Account account)
    {
        List<string> codes = [.. Enumerable.Range(0, Number).Select(_ => RandomNumberGenerator.GetString(Alphabet, Length))];
        await KeepAsync(account, codes.Select(code => Hash(account, code)));
        return [.. codes.Select(code => $"{code[..(Length / 2)]}-{code[(Length / 2)..]}")];
    }

    /// <summary>True once for a code; of two who type it at the same moment one fails to save the account.</summary>
    /// <param name="code">Without blanks and dashes, in small letters.</param>
    public async Task<bool> UseAsync(Account account, string code)
    {
        var kept = await KeptAsync(account);
        return code.Length == Length && kept.Remove(Hash(account, code)) && (await KeepAsync(account, kept)).Succeeded;
    }

    public async Task<int> CountAsync(Account account) => (await KeptAsync(account)).Count;

    public Task ForgetAsync(Account account) => users.RemoveAuthenticationTokenAsync(account, Provider, Name);

    private async Task<List<string>> KeptAsync(Account account)
    {
        if (await users.GetAuthenticationTokenAsync(account, Provider, Name) is not { } kept)
            return [];
        try
        {
            return [.. _protector.Unprotect(kept).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private Task<IdentityResult> KeepAsync(Account account, IEnumerable<string> hashes) =>
        users.SetAuthenticationTokenAsync(account, Provider, Name, _protector.Protect(string.Join(' ', hashes)));

    private static string Hash(Account account, string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Id:N}{code}")));
}
