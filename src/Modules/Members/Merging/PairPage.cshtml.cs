using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Duplicates;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Merging;

/// <summary>Two entries side by side: which stays, which value of each line, or that they are two people.</summary>
[Requires(Permissions.EditCode)]
internal sealed class PairPageModel(UnionDb db, UserContext user, FieldCipher cipher, MergeMembers merge, ShowNationalId showNationalId)
    : PageModel
{
    /// <summary>The entry that stays; null: the one that the program finds better.</summary>
    [BindProperty(Name = "giu", SupportsGet = true)]
    public Guid? KeptId { get; set; }

    /// <summary>The lines that were shown with a choice, and of them those that come from the other entry.</summary>
    [BindProperty]
    public Dictionary<MemberField, bool> FromOther { get; set; } = [];

    public SuspectPair Pair { get; private set; } = null!;

    public MemberRecord Kept { get; private set; } = null!;

    public MemberRecord Other { get; private set; } = null!;

    public IReadOnlyList<MergeLine> Lines { get; private set; } = [];

    public bool MaySeeNumbers { get; private set; }

    private string[]? _numbers;

    public bool IsShown => _numbers is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await merge.MergeAsync(id, Kept.Member.Id, FromOther, ct);
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = "Đã gộp hai lần nhập làm một.";
        return Redirect($"/doan-vien/{result.Value}");
    }

    public async Task<IActionResult> OnPostApartAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await merge.SetApartAsync(id, ct);
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = "Đã ghi là hai người khác nhau; chương trình không hỏi lại.";
        return Redirect("/doan-vien/trung");
    }

    public async Task<IActionResult> OnPostNumbersAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var (kept, other) = (await showNationalId.HandleAsync(Kept.Member.Id, ct), await showNationalId.HandleAsync(Other.Member.Id, ct));
        _numbers = [kept.Ok ? kept.Value : "", other.Ok ? other.Value : ""];
        return Page();
    }

    /// <summary>As shown to the person: numbers masked until asked for, phones in groups.</summary>
    public string Show(MergeLine line, bool ofOther)
    {
        var (record, text) = ofOther ? (Other, line.Other) : (Kept, line.Kept);
        return line.Field.Field switch
        {
            MemberField.NationalId when _numbers is { } shown => shown[ofOther ? 1 : 0],
            MemberField.NationalId => record.Member.NationalIdSealed is { } number ? NationalId.Mask(cipher.Open(number)) : "",
            MemberField.Phone => PhoneNumber.Show(text),
            _ => text,
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var person = user.Required;
        var pair = await db.ToDecide(person).AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct);
        if (pair is null)
            return false;
        Pair = pair;
        var first = await db.FindMemberAsync(person, Permissions.Edit, pair.FirstId, ct);
        var second = await db.FindMemberAsync(person, Permissions.Edit, pair.SecondId, ct);
        if (first is null || second is null)
            return false;
        var (one, other) = (await db.ReadRecordAsync(first, ct), await db.ReadRecordAsync(second, ct));
        var keepsFirst = KeptId is { } kept ? kept == first.Id : MergePlan.IsBetterKept(one, other);
        (Kept, Other) = keepsFirst ? (one, other) : (other, one);
        bool Reaches(Permission permission) => person.Can(permission, first.Unit) && person.Can(permission, second.Unit);
        MaySeeNumbers = Reaches(Permissions.NationalId);
        var maySeeSensitive = Reaches(Permissions.Sensitive);
        Lines =
        [
            .. MergePlan
                .Lines(Kept, Other, cipher)
                .Where(line => (line.Kept.Length > 0 || line.Other.Length > 0) && (maySeeSensitive || !line.Field.IsSensitive)),
        ];
        return true;
    }
}
