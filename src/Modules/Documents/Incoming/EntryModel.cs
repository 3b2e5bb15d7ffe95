using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>The frame of the pages on which a clerk puts an entry right, each with a reason.</summary>
internal abstract class EntryModel(UnionDb db, UserContext user) : PageModel
{
    public IncomingDocument Document { get; private set; } = null!;

    public string Back => $"/van-ban/den/{Document.Id}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        return IncomingEntry.Problem(Document) is null ? Page() : Redirect(Back);
    }

    protected async Task<IActionResult> AnswerAsync(
        Guid id,
        Result result,
        string done,
        CancellationToken ct,
        string prefix = "",
        string? goOn = null
    )
    {
        if (!result.Ok)
        {
            db.ChangeTracker.Clear();
            return await LoadAsync(id, ct) ? this.Invalid(result, prefix) : NotFound();
        }
        TempData["flash"] = done;
        return Redirect(goOn ?? $"/van-ban/den/{id}");
    }

    protected async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var found = await db
            .Incoming.AsNoTracking()
            .VisibleTo(user.Required, Permissions.Register)
            .Include(d => d.Content)
                .ThenInclude(c => c.Attachments)
            .FirstOrDefaultAsync(d => d.Id == id, ct);
        if (found is null)
            return false;
        Document = found;
        await LoadedAsync(ct);
        return true;
    }

    /// <summary>For what a page shows besides the document.</summary>
    protected virtual Task LoadedAsync(CancellationToken ct) => Task.CompletedTask;
}
