using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.Operations;

[Requires(Permissions.OperationsCode, Everywhere = true)]
internal sealed class JobsModel(ReadJobs read, RetryJob retry) : PageModel
{
    public IReadOnlyList<JobRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await read.HandleAsync(ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var result = await retry.HandleAsync(id, ct);
        TempData[result.Ok ? "flash" : "flash-warning"] = result.Ok ? "Đã cho chạy lại." : result.Message;
        return Redirect("/he-thong/cong-viec");
    }
}
