using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Erasing;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Moving;

/// <summary>What happened to a membership, and what happens to it now: paused, resumed, ended, sent back, approved.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class MovementsModel(UnionDb db, UserContext user, MoveMember move, ApproveMembers approve, EraseMember erase) : PageModel
{
    [BindProperty]
    public MovementInput Input { get; set; } = new();

    [BindProperty]
    public string Reason { get; set; } = "";

    public Member Member { get; private set; } = null!;

    public IReadOnlyList<MemberMovement> Past { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Member.State.Possible().Select(kind => new SelectListItem(kind.Name(), kind.ToString()));

    public bool MayMove => user.Required.Can(Permissions.Edit, Member.Unit) && Member.State.Possible().Count > 0;

    public bool MayApprove => Member.State == MemberState.AwaitingApproval && user.Required.Can(Permissions.Approve, Member.Unit);

    public bool MayErase =>
        Member.State == MemberState.Left && Member.FullName != EraseMember.Nameless && user.Required.Can(Permissions.Approve, Member.Unit);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await move.HandleAsync(id, Input, ct);
        if (!result.Ok)
            return this.Invalid(result, nameof(Input));
        TempData["flash"] = $"Đã ghi: {Input.Kind!.Value.Name()}.";
        return Redirect($"/doan-vien/{id}");
    }

    public async Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await approve.HandleAsync([id], ct);
        if (!result.Ok || result.Value == 0)
            return this.Invalid(result.Ok ? Kernel.Results.Result.Refuse("Anh/chị không duyệt được người này.") : result);
        TempData["flash"] = $"Đã duyệt {Member.FullName}.";
        return Redirect($"/doan-vien/{id}");
    }

    public async Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await approve.SendBackAsync(id, Reason, ct);
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = "Đã trả lại để công đoàn cơ sở sửa.";
        return Redirect($"/doan-vien/{id}");
    }

    public async Task<IActionResult> OnPostEraseAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await erase.HandleAsync(id, ct);
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = "Đã xóa thông tin cá nhân của người này.";
        return Redirect($"/doan-vien/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var member = await db.FindMemberAsync(user.Required, Permissions.Read, id, ct);
        if (member is null)
            return false;
        Member = member;
        Past = await db
            .Movements.AsNoTracking()
            .Include(m => m.Unit)
            .Include(m => m.ToUnit)
            .Where(m => m.MemberId == id)
            .OrderByDescending(m => m.RecordedAt)
            .ThenByDescending(m => m.Id)
            .Take(100)
            .ToListAsync(ct);
        return true;
    }
}
