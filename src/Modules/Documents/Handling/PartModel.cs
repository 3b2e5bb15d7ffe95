using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>The frame of the pages about one open part of a document.</summary>
internal abstract class PartModel(UnionDb db, UserContext user) : PageModel
{
    protected CurrentUser Me => user.Required;

    public Assignment Part { get; private set; } = null!;

    public IncomingDocument Document => Part.Incoming;

    public string Back => $"/van-ban/den/{Part.IncomingId}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        return Part.State == AssignmentState.Open ? Page() : Redirect(Back);
    }

    protected abstract bool IsFor(Assignment part);

    /// <summary>For what a page shows besides the part.</summary>
    protected virtual Task LoadedAsync(CancellationToken ct) => Task.CompletedTask;

    /// <param name="goOn">Where to go when it was done; else to the document.</param>
    protected async Task<IActionResult> AnswerAsync(
        Guid id,
        Result result,
        string done,
        CancellationToken ct,
        string prefix = "",
        string? goOn = null
    )
    {
        if (result.Ok)
        {
            TempData["flash"] = done;
            var document = await db.Assignments.Where(a => a.Id == id).Select(a => a.IncomingId).FirstAsync(ct);
            return Redirect(goOn ?? $"/van-ban/den/{document}");
        }
        db.ChangeTracker.Clear();
        return await LoadAsync(id, ct) ? this.Invalid(result, prefix) : NotFound();
    }

    protected async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var readable = db.Incoming.ReadableBy(db, Me).Select(d => d.Id);
        var found = await db
            .Assignments.AsNoTracking()
            .Where(a => readable.Contains(a.IncomingId))
            .Include(a => a.ToUnit)
            .Include(a => a.ToAccount)
            .Include(a => a.Incoming)
                .ThenInclude(d => d.Unit)
            .FirstOrDefaultAsync(a => a.Id == id, ct);
        if (found is null || !IsFor(found))
            return false;
        Part = found;
        await LoadedAsync(ct);
        return true;
    }
}
