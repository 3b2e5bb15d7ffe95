using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>The slip that goes with a paper from hand to hand, with the stamp of arrival (phụ lục IV, mục II).</summary>
[Requires(Permissions.ReadIncomingCode, Permissions.HandleCode, Permissions.AcknowledgeCode)]
internal sealed class SlipModel(UnionDb db, UserContext user) : PageModel
{
    public IncomingDocument Document { get; private set; } = null!;

    /// <summary>Name of the body above the unit.</summary>
    public string? Superior { get; private set; }

    public IReadOnlyList<Assignment> Directed { get; private set; } = [];

    public IReadOnlyList<Assignment> GivenOn { get; private set; } = [];

    public IReadOnlyList<Assignment> Results { get; private set; } = [];

    public ArrivalStamp Stamp { get; private set; } = null!;

    /// <summary>"Chủ trì: Ban Tổ chức, hạn 20/03/2026 – ngày 10/03/2026".</summary>
    public static string Line(Assignment part) =>
        $"{part.Role.Name()}: {part.Holder}{(part.DueOn is { } due ? $", hạn {due.Show()}" : "")} – ngày "
        + VietnamTime.DateOf(part.AssignedAt).Show();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var document = await db
            .Incoming.AsNoTracking()
            .ReadableBy(db, user.Required)
            .Include(d => d.Unit)
                .ThenInclude(u => u.Parent)
            .FirstOrDefaultAsync(d => d.Id == id, ct);
        if (document is null)
            return NotFound();
        if (document is not { ArrivalNumber: { } number, ArrivalDate: { } day })
            return Redirect($"/van-ban/den/{id}");
        (Document, Superior) = (document, document.Unit.Parent?.Name);
        var parts = await db
            .Assignments.AsNoTracking()
            .Where(a => a.IncomingId == id && a.State != AssignmentState.Ended)
            .Include(a => a.ToUnit)
            .Include(a => a.ToAccount)
            .OrderBy(a => a.Role)
            .ThenBy(a => a.AssignedAt)
            .ThenBy(a => a.Id)
            .ToListAsync(ct);
        Directed = [.. parts.Where(part => part.FromId is null)];
        Stamp = new(document.Unit.Name, number, day, string.Join("; ", Directed.Where(part => part.IsWork).Select(part => part.Holder)));
        GivenOn = [.. parts.Where(part => part.FromId is not null)];
        Results = [.. parts.Where(part => part is { State: AssignmentState.Done, IsWork: true })];
        return Page();
    }
}
