using DoanKet.Kernel.Access;
using DoanKet.Modules.Organisation.SigningIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.Security;

[SignedIn("one's own ways of signing in")]
internal sealed class OverviewModel(OwnPassword own, RecoveryCodes recovery, OwnSignIns signIns) : PageModel
{
    public bool HasSecondStep { get; private set; }

    public int CodesLeft { get; private set; }

    public IReadOnlyList<SignInRow> SignIns { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var account = await own.FindAsync();
        HasSecondStep = account.TwoFactorEnabled;
        CodesLeft = await recovery.CountAsync(account);
        SignIns = await signIns.ReadAsync(User, ct);
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
