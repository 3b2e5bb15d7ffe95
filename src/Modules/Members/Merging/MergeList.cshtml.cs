using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Merging;

/// <summary>What was merged, the last first; each can be parted again for a time.</summary>
[Requires(Permissions.EditCode)]
internal sealed class MergeListModel(UnionDb db, UserContext user, UndoMerge undo, TimeProvider time) : PageModel
{
    public const int PageSize = 50;

    /// <summary>The merge with which the page before ended.</summary>
    [FromQuery(Name = "sau")]
    public Guid? After { get; set; }

    [BindProperty]
    public Guid MergeId { get; set; }

    public IReadOnlyList<MemberMerge> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public bool MayUndo(MemberMerge merge) =>
        merge.UndoneAt is null
        && merge.SealedBefore.Length > 0
        && time.UtcDateTime() - merge.At <= TimeSpan.FromDays(MemberMerge.UndoDays)
        && user.Required.Can(Permissions.Edit, merge.GoneUnit);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await undo.HandleAsync(MergeId, ct);
        if (!result.Ok)
        {
            await LoadAsync(ct);
            return this.Invalid(result);
        }
        TempData["flash"] = "Đã tách lại thành hai người.";
        return Redirect($"/doan-vien/{result.Value}");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var merges = db.Merges.AsNoTracking().VisibleTo(user.Required, Permissions.Edit);
        if (After is { } after)
            merges = merges.Where(m => m.Id.CompareTo(after) < 0);
        var found = await merges
            .Include(m => m.Unit)
            .Include(m => m.GoneUnit)
            .OrderByDescending(m => m.Id)
            .Take(PageSize + 1)
            .ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? Rows[^1].Id.ToString() : null;
    }
}
