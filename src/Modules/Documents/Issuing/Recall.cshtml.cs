using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>Says what a recall does before it is done.</summary>
[Requires(Permissions.IssueCode)]
internal sealed class RecallModel(UnionDb db, UserContext user, RecallDocument recall) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public OutgoingDocument Document { get; private set; } = null!;

    public int NotRegistered { get; private set; }

    public int Registered { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        !await LoadAsync(id, ct) ? NotFound()
        : Document.RecalledAt is not null ? Redirect(Document.Link)
        : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var result = await recall.HandleAsync(id, Reason, ct);
        if (!result.Ok)
            return await LoadAsync(id, ct) ? this.Invalid(Result.Fail(result.Problems)) : NotFound();
        var (cancelled, asked) = (result.Value.Cancelled.Grouped(), result.Value.Asked.Grouped());
        TempData["flash"] = $"Đã thu hồi. {cancelled} đơn vị chưa vào sổ đã hủy; {asked} đơn vị đã vào sổ đang được hỏi.";
        return Redirect($"/van-ban/di/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Outgoing.AsNoTracking().IssuedForClerkAsync(user.Required, id, ct) is not { } document)
            return false;
        Document = document;
        var copies = RecallDocument.CopiesOf(db, id);
        NotRegistered = await copies.CountAsync(d => d.State == IncomingState.Arrived, ct);
        Registered = await copies.CountAsync(d => d.State != IncomingState.Arrived, ct);
        return true;
    }
}
