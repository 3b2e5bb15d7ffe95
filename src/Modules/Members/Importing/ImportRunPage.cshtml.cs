using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Settings;
using DoanKet.Ui.Forms;
using DoanKet.Ui.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Importing;

/// <summary>How far a large list is, what was found in it, and whether it is to be taken in; only for who gave it.</summary>
[Requires(Permissions.EditCode)]
internal sealed class ImportRunPageModel(ImportLarge large, ImportMembers import, UnionDb db, UserContext user, DataFolder data) : PageModel
{
    [BindProperty]
    public HashSet<int> Accepted { get; set; } = [];

    public ImportRun Run { get; private set; } = null!;

    /// <summary>Null until the list was looked through.</summary>
    public ReportSummary? Summary { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => large.TakeAsync(id, Accepted, ct), $"/doan-vien/nhap/{id}", "Đang nhập danh sách.", ct);

    public Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => large.DropAsync(id, ct), "/doan-vien/nhap", "Đã bỏ tệp.", ct);

    /// <summary>The file as it came, with its lines marked.</summary>
    public async Task<IActionResult> OnPostMarkedAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (Run.State != ImportRunState.Checked)
            return this.Invalid(Result.Fail("Tệp này đang được xử lý hoặc đã nhập xong."));
        await using var file = await large.OpenAsync(id, ct);
        var result = await import.HandleAsync(file, new(Run.UnitId, Run.FileName, Write: false), ct);
        if (!result.Ok)
            return this.Invalid(result);
        return await data.SheetFileAsync(
            Path.GetFileNameWithoutExtension(Run.FileName) + "-da-danh-dau.xlsx",
            target =>
            {
                ImportFiles.WriteMarked(file, target, result.Value, ct);
                return Task.CompletedTask;
            }
        );
    }

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Result>> act, string next, string said, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await act();
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = said;
        return Redirect(next);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var own = user.Required.AccountId;
        var run = await db
            .ImportRuns.AsNoTracking()
            .VisibleTo(user.Required, Permissions.Edit)
            .Include(r => r.Unit)
            .FirstOrDefaultAsync(r => r.Id == id && r.AccountId == own, ct);
        if (run is null)
            return false;
        (Run, Summary) = (run, large.SummaryOf(run));
        return true;
    }
}
