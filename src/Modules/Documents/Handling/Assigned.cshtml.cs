using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Settings;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>Everything given to the person or the person's unit that is not finished, the nearest deadline first.</summary>
[Requires(Permissions.HandleCode, Permissions.AcknowledgeCode)]
internal sealed class AssignedModel(UnionDb db, UserContext user, DataFolder data, TakenOut taken, TimeProvider time) : PageModel
{
    public const int PageSize = 50;

    /// <summary>Those that are finished, the latest first.</summary>
    [FromQuery(Name = "xong")]
    public bool Done { get; set; }

    [FromQuery(Name = "trang")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool HasNext { get; private set; }

    public DateOnly Today => time.Today();

    /// <summary>There is more than one piece of work to pass to others.</summary>
    public bool CanGiveOn => Rows.Count(r => r.Role != AssignmentRole.Inform) > 1;

    internal sealed record Row(
        Guid DocumentId,
        AssignmentRole Role,
        DateOnly? DueOn,
        DateTime AssignedAt,
        DateTime? DoneAt,
        int? ArrivalNumber,
        string NumberText,
        string Issuer,
        string Subject
    );

    public async Task OnGetAsync(CancellationToken ct)
    {
        Number = Math.Clamp(Number, 1, 1000);
        var found = await ReadAsync((Number - 1) * PageSize, PageSize + 1, ct);
        HasNext = found.Count > PageSize;
        Rows = [.. found.Take(PageSize)];
    }

    /// <summary>What is shown, all pages of it, as a spreadsheet.</summary>
    public async Task<IActionResult> OnGetSheetAsync(CancellationToken ct)
    {
        var rows = await ReadAsync(0, TakenOut.MaxRows, ct);
        var title = (Done ? "Việc được giao đã xong, " : "Việc được giao đang chờ xử lý, ") + user.Required.FullName;
        return await data.SheetFileAsync(
            $"viec-duoc-giao-{Today:yyyyMMdd}.xlsx",
            target => AssignedSheet.WriteAsync(target, rows, taken.Above(title, rows.Count), ct)
        );
    }

    private async Task<List<Row>> ReadAsync(int skip, int take, CancellationToken ct)
    {
        // A person's open work is short; pages are there for the exception.
        var mine = db.Assignments.AsNoTracking().Where(IncomingAccess.MineOf(user.Required));
        var asked = Done
            ? mine.Where(a => a.State == AssignmentState.Done).OrderByDescending(a => a.DoneAt).ThenBy(a => a.Id)
            : mine.Where(a => a.State == AssignmentState.Open && a.Incoming.State == IncomingState.Directed)
                .OrderBy(a => a.DueOn == null)
                .ThenBy(a => a.DueOn)
                .ThenBy(a => a.AssignedAt)
                .ThenBy(a => a.Id);
        return await asked
            .Skip(skip)
            .Take(take)
            .Select(a => new Row(
                a.IncomingId,
                a.Role,
                a.DueOn,
                a.AssignedAt,
                a.DoneAt,
                a.Incoming.ArrivalNumber,
                a.Incoming.NumberText,
                a.Incoming.Issuer,
                a.Incoming.Subject
            ))
            .ToListAsync(ct);
    }
}
