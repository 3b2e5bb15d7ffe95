using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>The sender's live view of all receivers.</summary>
[Requires(Permissions.FollowCode)]
internal sealed class BoardModel(UnionDb db, ReadBoard read, RemindReceivers remind, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public BoardFilter Filter { get; set; } = new();

    public BoardView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Districts { get; private set; } = [];

    public static IReadOnlyList<(string Slug, string Name)> States { get; } =
    [.. Enum.GetValues<ReceiptState>().Select(s => (s.Slug(), s.Name())), (BoardFilter.Overdue, "Quá hạn")];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    /// <param name="all">Pressed "remind all" and not "remind those marked".</param>
    public async Task<IActionResult> OnPostAsync(List<Guid> units, bool all, CancellationToken ct)
    {
        var result = await remind.HandleAsync(new(Id, all ? null : units), ct);
        if (!result.Ok)
            return await LoadAsync(ct) ? this.Invalid(result) : NotFound();
        var (reminded, skipped) = result.Value;
        TempData["flash"] =
            $"Đã nhắc {reminded.Grouped()} đơn vị."
            + (skipped > 0 ? $" {skipped.Grouped()} đơn vị không nhắc lại: đã xong, hoặc vừa được nhắc trong một giờ qua." : "");
        return Redirect(Request.Path + Filter.Query(Filter.Page));
    }

    public async Task<IActionResult> OnPostSettleAsync(Guid receiver, [FromServices] SettleReturn settle, CancellationToken ct)
    {
        var result = await settle.HandleAsync(Id, receiver, ct);
        if (!result.Ok)
            return await LoadAsync(ct) ? this.Invalid(result) : NotFound();
        TempData["flash"] = "Đã ghi là đã xử lý việc trả lại.";
        return Redirect($"/van-ban/di/{Id}/theo-doi");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await read.HandleAsync(Id, Filter, ct) is not { } view)
            return false;
        View = view;
        // The sender's own children with books of their own: the level at which a province looks for the slow ones.
        var rows = await db
            .Units.AsNoTracking()
            .Living(time.Today())
            .Where(u => u.ParentId == view.Document.UnitId && !u.Kind.IsPartOfParent)
            .OrderBy(u => u.Path)
            .Take(200)
            .Select(u => new { u.Id, u.Name })
            .ToListAsync(ct);
        Districts = [.. rows.Select(u => new SelectListItem(u.Name, u.Id.ToString(), u.Id == Filter.Under))];
        return true;
    }
}
