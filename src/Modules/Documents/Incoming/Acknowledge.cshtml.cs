using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Where the single button leads, from the home page, the list and the document alike. It has no page of its own.</summary>
[Requires(Permissions.AcknowledgeCode)]
internal sealed class AcknowledgeModel(AcknowledgeIncoming acknowledge) : PageModel
{
    public IActionResult OnGet(Guid id) => Redirect($"/van-ban/den/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var result = await acknowledge.HandleAsync(id, ct);
        TempData[result.Ok ? "flash" : "flash-warning"] = result.Ok ? $"Đã xác nhận và vào sổ. Số đến: {result.Value}" : result.Message;
        if (result.Ok)
            TempData["flash-undo"] = $"/van-ban/den/{id}/hoan-tac";
        return Redirect($"/van-ban/den/{id}");
    }
}
