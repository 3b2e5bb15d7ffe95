using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Members.Transfers;

/// <summary>All members of one union go to another, by decision of the union above both.</summary>
[Requires(Permissions.ApproveCode)]
internal sealed class MoveAllModel(MergeUnions merge, TimeProvider time) : PageModel
{
    [BindProperty]
    public MoveAllInput Input { get; set; } = new();

    public void OnGet() => Input.On = time.Today();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await merge.HandleAsync(Input, ct);
        if (!result.Ok)
            return this.Invalid(result, nameof(Input));
        TempData["flash"] = $"Đã chuyển {result.Value} đoàn viên.";
        return Redirect("/doan-vien");
    }
}
