using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Copying;

/// <summary>The book of copies, the latest first.</summary>
[Requires(Permissions.ReadOutgoingCode)]
internal sealed class ListModel(UnionDb db, UserContext user) : PageModel
{
    private const int PageSize = 50;

    /// <summary>How many pages were turned.</summary>
    [FromQuery(Name = "trang")]
    public int Turned { get; set; }

    public IReadOnlyList<DocumentCopy> Rows { get; private set; } = [];

    public bool HasNext { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Turned = Math.Clamp(Turned, 0, 1000);
        var found = await db.Set<DocumentCopy>()
            .AsNoTracking()
            .VisibleTo(user.Required, Permissions.ReadOutgoing)
            .OrderByDescending(c => c.Year)
            .ThenByDescending(c => c.Number)
            .ThenBy(c => c.Id)
            .Skip(Turned * PageSize)
            .Take(PageSize + 1)
            .ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        HasNext = found.Count > PageSize;
    }
}
