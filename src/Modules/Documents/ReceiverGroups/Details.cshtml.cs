using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.ReceiverGroups;

/// <summary>A group looked through from its first unit to its last.</summary>
[Requires(Permissions.IssueCode)]
internal sealed class DetailsModel(UnionDb db, ChangeReceiverGroup groups, TimeProvider time) : PageModel
{
    /// <param name="IsClosed">It receives nothing any more.</param>
    internal sealed record Row(Guid Id, string Code, string Name, string? Parent, bool IsClosed);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Name { get; set; } = "";

    /// <summary>As it is kept.</summary>
    public string Title { get; private set; } = "";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Name = Title;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await groups.RenameAsync(Id, Name, ct), "Đã đổi tên nhóm.", $"/van-ban/nhom-noi-nhan/{Id}", ct);

    public async Task<IActionResult> OnPostTakeOutAsync(List<Guid> units, CancellationToken ct) =>
        await AnswerAsync(await groups.TakeOutAsync(Id, units, ct), "Đã bỏ các đơn vị khỏi nhóm.", $"/van-ban/nhom-noi-nhan/{Id}", ct);

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken ct) =>
        await AnswerAsync(await groups.DeleteAsync(Id, ct), "Đã xóa nhóm.", "/van-ban/nhom-noi-nhan", ct);

    private async Task<IActionResult> AnswerAsync(Result result, string done, string next, CancellationToken ct)
    {
        if (result.Ok)
        {
            TempData["flash"] = done;
            return Redirect(next);
        }
        return await LoadAsync(ct) ? this.Invalid(result) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var today = time.Today();
        if (await groups.Open().Where(g => g.Id == Id).Select(g => g.Name).FirstOrDefaultAsync(ct) is not { } title)
            return false;
        Title = title;
        Rows = await db.Set<ReceiverGroupMember>()
            .Where(m => m.GroupId == Id)
            .Join(db.Units, m => m.UnitId, u => u.Id, (_, u) => u)
            .OrderBy(u => u.Path)
            .Select(u => new Row(u.Id, u.Code, u.Name, u.Parent!.Name, u.ValidTo != null && u.ValidTo < today))
            .ToListAsync(ct);
        return true;
    }
}
