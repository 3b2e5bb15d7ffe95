using DoanKet.Kernel.Access;
using DoanKet.PersonalData;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Members.Registry;

[Requires(Permissions.EditCode)]
internal sealed class AddModel(SaveMember save, UserContext user) : PageModel
{
    [BindProperty]
    public MemberInput Input { get; set; } = new();

    /// <summary>Whoever acts for one grassroots union is not asked which.</summary>
    public bool AsksUnit => user.Required.Posts.All(post => post.RoleCode != Roles.Grassroots);

    /// <summary>What a scanner read off the citizen card.</summary>
    [BindProperty]
    public string Scanned { get; set; } = "";

    public void OnPostScan()
    {
        if (CitizenCard.Read(Scanned) is { } card)
            Input = MemberInput.Of(card);
        else
            ModelState.AddModelError(nameof(Scanned), CitizenCardText.Unread);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await save.AddAsync(Input, ct);
        if (!result.Ok)
            return this.Invalid(result, nameof(Input));
        TempData["flash"] = $"Đã thêm {Input.FullName.Trim()}.";
        return Redirect($"/doan-vien/{result.Value}");
    }
}
