using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Members.Benefits;

[Requires(Permissions.BenefitsCode)]
internal sealed class AddPartnerModel(SavePartner save, TimeProvider time) : PageModel
{
    [BindProperty]
    public PartnerInput Input { get; set; } = new();

    public void OnGet() => Input.ValidFrom = time.Today();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await save.HandleAsync(null, Input, ct);
        return result.Ok ? Redirect($"/doan-vien/phuc-loi/{result.Value}") : this.Invalid(result, nameof(Input));
    }
}
