using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Modules.Organisation.SigningIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.Security;

[SignedIn("one's own ways of signing in")]
internal sealed class OverviewModel(
    OwnPassword own,
    RecoveryCodes recovery,
    OwnSignIns signIns,
    UserManager<Account> users,
    RemovePasskey remove
) : PageModel
{
    public bool HasSecondStep { get; private set; }

    public int CodesLeft { get; private set; }

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public IReadOnlyList<SignInRow> SignIns { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var account = await own.FindAsync();
        HasSecondStep = account.TwoFactorEnabled;
        CodesLeft = await recovery.CountAsync(account);
        Passkeys = [.. (await users.GetPasskeysAsync(account)).OrderBy(p => p.CreatedAt)];
        SignIns = await signIns.ReadAsync(User, ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? passkey, CancellationToken ct)
    {
        await remove.HandleAsync(passkey ?? "", ct);
        TempData["flash"] = "Đã gỡ khóa truy cập; khóa ấy không đăng nhập được nữa.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken ct)
    {
        await signIns.EndAsync(session, ct);
        TempData["flash"] = "Đã đăng xuất ở máy đó.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken ct)
    {
        await signIns.EndOthersAsync(ct);
        TempData["flash"] = "Đã đăng xuất ở mọi máy khác; chỉ còn máy này.";
        return RedirectToPage();
    }
}
