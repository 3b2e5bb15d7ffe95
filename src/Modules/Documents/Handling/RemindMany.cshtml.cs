using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>The office's documents on which others still work, the longest overdue first; those that are overdue are ticked.</summary>
[Requires(Permissions.DirectCode, Permissions.RegisterCode)]
internal sealed class RemindManyModel(UnionDb db, UserContext user, RemindHandlers remind, ActingOffice office, TimeProvider time)
    : PageModel
{
    private const int Most = 100;

    internal sealed record Row(Guid Id, int? ArrivalNumber, string Subject, DateOnly? DueOn, DateTime? RemindedAt, string Holders);

    /// <summary>The ticked documents.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public DateOnly Today => time.Today();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Chosen = [.. Rows.Where(r => r.DueOn < Today).Select(r => r.Id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await UnitAsync(ct) is null)
            return NotFound();
        if (Chosen.Count == 0)
            return await LoadAsync(ct) ? this.Invalid(Result.Fail("Hãy đánh dấu ít nhất một văn bản.", nameof(Chosen))) : NotFound();
        var (documents, parts, left) = (0, 0, 0);
        // Each in a transaction of its own: what was reminded stays so, whatever happens to the rest.
        foreach (var id in Chosen.Distinct().Take(Most))
        {
            if (await remind.HandleAsync(id, ct) is { Ok: true, Value.Reminded: > 0 and var reminded })
                (documents, parts) = (documents + 1, parts + reminded);
            else
                left++;
            db.ChangeTracker.Clear();
        }
        if (documents > 0)
            TempData["flash"] = $"Đã nhắc {parts} phần việc của {documents} văn bản.";
        if (left > 0)
            TempData["flash-warning"] = $"{left} văn bản vừa được nhắc trong một giờ qua, hoặc đã xong, nên không nhắc nữa.";
        return Redirect("/van-ban/den/nhac-nhieu");
    }

    private async Task<ActingUnit?> UnitAsync(CancellationToken ct) =>
        await office.FindAsync(ct) is { } unit
        && (user.Required.Can(Permissions.Direct, unit.Id, unit.Path) || user.Required.Can(Permissions.Register, unit.Id, unit.Path))
            ? unit
            : null;

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await UnitAsync(ct) is not { } unit)
            return false;
        var open = db.Assignments.Where(a => a.State == AssignmentState.Open && a.Role != AssignmentRole.Inform);
        var found = await db
            .Incoming.AsNoTracking()
            .Where(d => d.UnitId == unit.Id && d.State == IncomingState.Directed && open.Any(a => a.IncomingId == d.Id))
            .OrderBy(d => d.DueOn == null)
            .ThenBy(d => d.DueOn)
            .ThenBy(d => d.Id)
            .Take(Most)
            .Select(d => new
            {
                d.Id,
                d.ArrivalNumber,
                d.Subject,
                d.DueOn,
                Parts = open.Where(a => a.IncomingId == d.Id)
                    .OrderBy(a => a.Role)
                    .Select(a => new { Holder = a.ToAccount != null ? a.ToAccount.FullName : a.ToUnit!.Name, a.RemindedAt })
                    .ToList(),
            })
            .ToListAsync(ct);
        Rows =
        [
            .. found.Select(d => new Row(
                d.Id,
                d.ArrivalNumber,
                d.Subject,
                d.DueOn,
                d.Parts.Max(p => p.RemindedAt),
                string.Join(", ", d.Parts.Select(p => p.Holder).Distinct())
            )),
        ];
        return true;
    }
}
