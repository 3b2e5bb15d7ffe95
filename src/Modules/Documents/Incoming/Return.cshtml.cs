using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

[Requires(Permissions.RegisterCode, Permissions.AcknowledgeCode)]
internal sealed class ReturnModel(UnionDb db, UserContext user, ReturnIncoming returnIncoming) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public IncomingDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var result = await returnIncoming.HandleAsync(id, Reason, ct);
        if (!result.Ok)
            return await LoadAsync(id, ct) ? this.Invalid(result) : NotFound();
        TempData["flash"] = "Đã trả lại nơi gửi.";
        return Redirect($"/van-ban/den/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Incoming.AsNoTracking().ReadableBy(db, user.Required).FirstOrDefaultAsync(d => d.Id == id, ct);
        if (found is not null)
            Document = found;
        return found is not null;
    }
}
