using DoanKet.Kernel.Access;
using DoanKet.Modules.Members.Registry;
using DoanKet.PersonalData;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Members.SelfEntry;

/// <summary>One slip, to be put right, taken in or thrown away.</summary>
[Requires(Permissions.EditCode)]
internal sealed class SlipModel(TakeSlip take) : PageModel
{
    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public EntrySlip Slip { get; private set; } = null!;

    /// <summary>The number itself is never written into a page.</summary>
    public string MaskedNumber { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is not { } form)
            return NotFound();
        Input = form.ToMember(Slip.Unit.Code);
        Input.NationalId = "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is null)
            return NotFound();
        var result = await take.AcceptAsync(id, Input, ct);
        if (!result.Ok)
            return this.Invalid(result, nameof(Input));
        TempData["flash"] = "Đã nhận vào danh sách đoàn viên.";
        return Redirect($"/doan-vien/{result.Value}");
    }

    public async Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is null)
            return NotFound();
        var result = await take.DeclineAsync(id, ct);
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = "Đã bỏ phiếu.";
        return Redirect("/doan-vien/ghi-danh");
    }

    private async Task<SlipInput?> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await take.OpenAsync(id, ct) is not var (slip, form))
            return null;
        Slip = slip;
        MaskedNumber = NationalId.Read(form.NationalId, out _)?.Masked ?? "";
        return form;
    }
}
