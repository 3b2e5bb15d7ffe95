using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.SigningIn;

[SignedIn("one's own password")]
internal sealed class ChangePasswordModel(
    SignInSessions sessions,
    UserManager<Account> users,
    UserContext user,
    Work work,
    AuditTrail audit
) : PageModel
{
    [BindProperty]
    public ChangePasswordInput Input { get; set; } = new();

    public bool Forced => user.Required.MustChangePassword;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var account = (await users.GetUserAsync(User))!;
        var result = await work.RunAsync(() => ChangeAsync(account, ct), ct);
        if (!result.Ok)
            return this.Invalid(result, nameof(Input));
        await sessions.WriteCookieAsync(account, result.Value);
        TempData["flash"] = "Đã đổi mật khẩu.";
        return LocalRedirect("/");
    }

    private async Task<Result<SignInSession>> ChangeAsync(Account account, CancellationToken ct)
    {
        var check = new Check()
            .That(
                Input.New.Length >= SignInSetup.ShortestPassword,
                "New",
                $"Mật khẩu mới cần ít nhất {SignInSetup.ShortestPassword} ký tự."
            )
            .That(Input.New == Input.Again, "Again", "Hai lần nhập mật khẩu mới chưa giống nhau.")
            .That(Input.New != Input.Current, "New", "Mật khẩu mới phải khác mật khẩu hiện tại.");
        if (!check.Ok)
            return Result<SignInSession>.Fail(check.Problems);
        account.MustChangePassword = false;
        var changed = await users.ChangePasswordAsync(account, Input.Current, Input.New);
        if (!changed.Succeeded)
            return Result<SignInSession>.Fail("Mật khẩu hiện tại chưa đúng.", "Current");
        audit.Record("organisation.password.changed", account.Id, "Đổi mật khẩu của chính mình");
        return await sessions.BeginAnewAsync(account, ct);
    }
}

internal sealed class ChangePasswordInput
{
    public string Current { get; set; } = "";

    public string New { get; set; } = "";

    public string Again { get; set; } = "";
}
