using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.Operations;

[Requires(Permissions.OperationsCode, Everywhere = true)]
internal sealed class StopJobModel(CancelJob cancel) : PageModel
{
    public IActionResult OnGet() => Redirect("/he-thong/cong-viec");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var result = await cancel.HandleAsync(id, ct);
        TempData[result.Ok ? "flash" : "flash-warning"] = result.Ok ? "Công việc sẽ dừng trong vài giây." : result.Message;
        return Redirect("/he-thong/cong-viec");
    }
}
