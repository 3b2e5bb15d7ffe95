using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Where "Hoàn tác" leads after acknowledging. It has no page of its own.</summary>
[Requires(Permissions.AcknowledgeCode)]
internal sealed class UndoModel(UndoAcknowledge undo) : PageModel
{
    public IActionResult OnGet(Guid id) => Redirect($"/van-ban/den/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var result = await undo.HandleAsync(id, ct);
        TempData[result.Ok ? "flash" : "flash-warning"] = result.Ok ? "Đã hoàn tác: văn bản lại chờ xác nhận." : result.Message;
        return Redirect($"/van-ban/den/{id}");
    }
}
