using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Registry;

/// <summary>All that is kept of one member.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class DetailsModel(UnionDb db, UserContext user, FieldCipher cipher, ShowNationalId showNationalId) : PageModel
{
    public MemberRecord Record { get; private set; } = null!;

    public Member Member => Record.Member;

    /// <summary>Masked, or whole in the answer to whoever asked for it.</summary>
    public string NationalIdText { get; private set; } = "";

    public bool IsShown { get; private set; }

    public bool MaySeeSensitive { get; private set; }

    public bool MaySeeNumber { get; private set; }

    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct))
            return Page();
        // An entry that was merged into another: old links lead to the one that stayed.
        var kept = await db.Merges.Where(m => m.GoneId == id && m.UndoneAt == null).Select(m => m.KeptId).FirstOrDefaultAsync(ct);
        return kept == Guid.Empty || await db.FindMemberAsync(user.Required, Permissions.Read, kept, ct) is null
            ? NotFound()
            : Redirect($"/doan-vien/{kept}");
    }

    public async Task<IActionResult> OnPostNumberAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await showNationalId.HandleAsync(id, ct);
        if (!result.Ok)
            return this.Invalid(result);
        NationalIdText = result.Value;
        IsShown = true;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var person = user.Required;
        var member = await db.FindMemberAsync(person, Permissions.Read, id, ct);
        if (member is null)
            return false;
        MaySeeSensitive = person.Can(Permissions.Sensitive, member.Unit);
        MaySeeNumber = person.Can(Permissions.NationalId, member.Unit) && member.NationalIdSealed is not null;
        MayEdit = person.Can(Permissions.Edit, member.Unit);
        Record = await db.ReadRecordAsync(member, ct);
        NationalIdText = member.NationalIdSealed is { } sealedId ? NationalId.Mask(cipher.Open(sealedId)) : "";
        return true;
    }
}
