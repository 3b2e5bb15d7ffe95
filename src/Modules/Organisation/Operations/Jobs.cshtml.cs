using DoanKet.Kernel.Access;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Operations;

[Requires(Permissions.OperationsCode, Everywhere = true)]
internal sealed class JobsModel(UnionDb db, JobKinds kinds, RetryJob retry) : PageModel
{
    public IReadOnlyList<Job> Rows { get; private set; } = [];

    public string TitleOf(string kind) => kinds.Find(kind)?.Title ?? kind;

    /// <summary>Those that need a person first, then the newest.</summary>
    public async Task OnGetAsync(CancellationToken ct) =>
        Rows = await db.Set<Job>()
            .AsNoTracking()
            .OrderByDescending(j => j.State == JobState.Failed)
            .ThenByDescending(j => j.CreatedAt)
            .ThenByDescending(j => j.Id)
            .Take(100)
            .ToListAsync(ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var result = await retry.HandleAsync(id, ct);
        TempData[result.Ok ? "flash" : "flash-warning"] = result.Ok ? "Đã cho chạy lại." : result.Message;
        return Redirect("/he-thong/cong-viec");
    }
}
