using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.SigningIn;

[Public("nobody is signed in before signing in")]
internal sealed class SignInModel(SignInManager<Account> signIn, UserManager<Account> users) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    /// <summary>Where the person was going.</summary>
    [FromQuery(Name = "tiep")]
    public string? Next { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Target) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await users.FindByNameAsync(Input.UserName.Trim());
        if (account is { ClosedAt: null })
        {
            var result = await signIn.PasswordSignInAsync(account, Input.Password, isPersistent: false, lockoutOnFailure: true);
            if (result.Succeeded)
                return LocalRedirect(Target);
            if (result.IsLockedOut)
                return Refuse("Tài khoản tạm khóa 15 phút vì nhập sai mật khẩu quá 5 lần. Hãy đợi rồi thử lại, hoặc nhờ quản trị cấp mật khẩu mới.");
        }
        // The same words for an unknown name: the page does not tell strangers which names exist.
        return Refuse("Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.");
    }

    private string Target => Url.IsLocalUrl(Next) ? Next! : "/";

    private PageResult Refuse(string message)
    {
        ModelState.AddModelError("", message);
        Response.StatusCode = 422;
        return Page();
    }
}

internal sealed class SignInInput
{
    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";
}
