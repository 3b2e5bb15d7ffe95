using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>The officer's side of a member's own page: a code to read out, and the browsers in which the member is signed in.</summary>
[Requires(Permissions.EditCode)]
internal sealed class GiveCodeModel(UnionDb db, UserContext user, LetIn letIn, TimeProvider time) : PageModel
{
    public Member Member { get; private set; } = null!;

    /// <summary>In the answer to whoever asked for it, and never again.</summary>
    public string Code { get; private set; } = "";

    public IReadOnlyList<MemberSession> Sessions { get; private set; } = [];

    /// <summary>Phones that let the member in without a code.</summary>
    public IReadOnlyList<MemberPasskey> Keys { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await letIn.GiveAsync(id, ct);
        if (!result.Ok)
            return this.Invalid(result);
        Code = result.Value;
        Response.KeepNowhere();
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await letIn.EndSessionsAsync(id, ct);
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = "Đã đưa ra khỏi trang riêng trên mọi máy và gỡ mọi khóa.";
        return Redirect($"/doan-vien/{id}/trang-rieng");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindMemberAsync(user.Required, Permissions.Edit, id, ct) is not { } member)
            return false;
        Member = member;
        var now = time.UtcDateTime();
        Keys = await db.MemberPasskeys.AsNoTracking().Where(k => k.MemberId == id).OrderBy(k => k.MadeAt).ToListAsync(ct);
        Sessions = await db
            .MemberSessions.AsNoTracking()
            .Where(s => s.MemberId == id && s.EndsAt > now)
            .OrderByDescending(s => s.StartedAt)
            .ToListAsync(ct);
        return true;
    }
}
