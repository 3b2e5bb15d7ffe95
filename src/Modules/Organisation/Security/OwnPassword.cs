using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Organisation.SigningIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace DoanKet.Modules.Organisation.Security;

/// <summary>
/// Asks for the password once more before a change of how one signs in, so that nobody makes it at a screen left open. Wrong tries are
/// counted as at the door, apart from those there.
/// </summary>
internal sealed class OwnPassword(UserManager<Account> users, UserContext user, SignInGuard guard, KnownDevices devices)
{
    /// <returns>The account of who is signed in.</returns>
    public async Task<Result<Account>> CheckAsync(string typed, HttpContext http)
    {
        var account = await FindAsync();
        var (name, place) = (account.UserName + SignInGuard.OwnPassword, devices.PlaceOf(http, account.Id));
        if (!guard.TryEnter(name, place))
            return Result<Account>.Fail("Đã nhập sai mật khẩu quá nhiều lần. Hãy đợi 15 phút rồi thử lại.", "Password");
        if (!await users.CheckPasswordAsync(account, typed))
            return Result<Account>.Fail("Mật khẩu chưa đúng. Hãy kiểm tra phím Caps Lock và bộ gõ rồi nhập lại.", "Password");
        guard.Forgive(name, place);
        return account;
    }

    public async Task<Account> FindAsync() => (await users.FindByIdAsync(user.Required.AccountId.ToString()))!;
}
