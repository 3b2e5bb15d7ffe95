using System.Net.Mime;
using DoanKet.Kernel.Access;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.Security;

/// <summary>The one page that needs a script: only that can talk to the device.</summary>
[SignedIn("one's own ways of signing in")]
internal sealed class NewPasskeyModel(AddPasskey add) : PageModel
{
    [BindProperty]
    public NewPasskeyInput Input { get; set; } = new();

    /// <summary>For the script: what to ask the device for, or why not as plain text.</summary>
    public async Task<IActionResult> OnPostAskAsync()
    {
        var asked = await add.AskAsync(Input.Password, Input.Name, HttpContext);
        return asked.Ok
            ? Content(asked.Value, MediaTypeNames.Application.Json)
            : new ContentResult { Content = asked.Message, StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    public async Task<IActionResult> OnPostAsync(string? credential, CancellationToken ct)
    {
        var added = await add.HandleAsync(credential ?? "", Input.Name, ct);
        if (!added.Ok)
            return this.Invalid(added);
        TempData["flash"] = "Đã thêm khóa truy cập. Lần sau, ở trang đăng nhập hãy bấm “Dùng khóa truy cập”.";
        return RedirectToPage("Overview");
    }
}

internal sealed class NewPasskeyInput
{
    public string Name { get; set; } = "";

    public string Password { get; set; } = "";
}
