using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Photos;

/// <summary>A picture from a phone becomes the member's portrait.</summary>
[Requires(Permissions.EditCode), Uploads]
internal sealed class PhotoModel(UnionDb db, UserContext user, SavePhoto save) : PageModel
{
    [BindProperty]
    public PhotoInput Input { get; set; } = new();

    public Member Member { get; private set; } = null!;

    public string? Photo { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await save.HandleAsync(id, Input, ct);
        if (!result.Ok)
            return this.Invalid(result, nameof(Input));
        TempData["flash"] = "Đã lưu ảnh. Nếu mặt chưa vào giữa, hãy chọn lại ảnh và đặt khung.";
        return Redirect($"/doan-vien/{id}/anh");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var member = await db.FindMemberAsync(user.Required, Permissions.Edit, id, ct);
        if (member is null)
            return false;
        Member = member;
        Photo = await db.Photos.Where(p => p.MemberId == id).Select(p => p.Sha256).FirstOrDefaultAsync(ct);
        return true;
    }
}
