using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Copying;

/// <summary>A copy that was made, to be looked at and given out.</summary>
[Requires(Permissions.ReadOutgoingCode)]
internal sealed class CopyModel(UnionDb db, UserContext user, ReadSignatures readSignatures) : PageModel
{
    public DocumentCopy Copy { get; private set; } = null!;

    public PageViewer Viewer { get; private set; } = null!;

    public IReadOnlyList<FileSignatures> Signatures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var copy = await db.Set<DocumentCopy>()
            .AsNoTracking()
            .VisibleTo(user.Required, Permissions.ReadOutgoing)
            .Include(c => c.Unit)
            .Include(c => c.Account)
            .FirstOrDefaultAsync(c => c.Id == id, ct);
        if (copy is null)
            return NotFound();
        Copy = copy;
        Viewer = await PageViewer.LoadAsync(db, copy.ContentId, copy.Link, copy.Link, Request.Query, ct);
        Signatures = await readSignatures.OfAsync(Viewer, ct);
        return Page();
    }
}
