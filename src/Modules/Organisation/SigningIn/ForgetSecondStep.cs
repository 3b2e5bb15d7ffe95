using DoanKet.Kernel.Accounts;
using Microsoft.AspNetCore.Identity;

namespace DoanKet.Modules.Organisation.SigningIn;

/// <summary>From now on the password is enough. Part of a use case: the caller keeps and records it.</summary>
internal sealed class ForgetSecondStep(UserManager<Account> users, AuthenticatorApp app, RecoveryCodes recovery)
{
    public async Task HandleAsync(Account account)
    {
        await users.SetTwoFactorEnabledAsync(account, false);
        await app.ForgetAsync(account);
        await recovery.ForgetAsync(account);
    }

    /// <summary>When the device is lost on which they lie.</summary>
    public async Task WithPasskeysAsync(Account account)
    {
        await HandleAsync(account);
        foreach (var passkey in await users.GetPasskeysAsync(account))
            await users.RemovePasskeyAsync(account, passkey.CredentialId);
    }
}
