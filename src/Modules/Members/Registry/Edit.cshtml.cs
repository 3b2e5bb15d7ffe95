using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Registry;

[Requires(Permissions.EditCode)]
internal sealed class EditModel(UnionDb db, UserContext user, SaveMember save) : PageModel
{
    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public Member Member { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var profile = await db.Profiles.AsNoTracking().FirstOrDefaultAsync(p => p.MemberId == id, ct);
        var mayBeSensitive = user.Required.Can(Permissions.Sensitive, Member.Unit);
        var sensitive = mayBeSensitive ? await db.Sensitive.AsNoTracking().FirstOrDefaultAsync(s => s.MemberId == id, ct) : null;
        Input = MemberInput.From(new(Member, profile ?? new(), sensitive ?? new()));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await save.EditAsync(id, Input, ct);
        if (!result.Ok)
            return this.Invalid(result, nameof(Input));
        TempData["flash"] = "Đã ghi thay đổi.";
        return Redirect($"/doan-vien/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var member = await db.FindMemberAsync(user.Required, Permissions.Edit, id, ct);
        if (member is null)
            return false;
        Member = member;
        return true;
    }
}
