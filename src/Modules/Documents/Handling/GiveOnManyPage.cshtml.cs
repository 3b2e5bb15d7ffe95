using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>The open parts of the person and the person's units, out of the books of the office that gave most of them.</summary>
[Requires(Permissions.HandleCode, Permissions.AcknowledgeCode)]
internal sealed class GiveOnManyPageModel(
    UnionDb db,
    UserContext user,
    GiveOnMany giveOn,
    PossibleHandlers handlers,
    WorkingDays days,
    TimeProvider time
) : PageModel
{
    private const int Most = 100;

    internal sealed record Row(
        Guid Id,
        Guid DocumentId,
        AssignmentRole Role,
        DateOnly? DueOn,
        int? ArrivalNumber,
        string Issuer,
        string Subject,
        bool IsGivenOn
    );

    /// <summary>The ticked parts.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public DirectInput Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public HandlerChoice Choice { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Deadlines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // What could not be read as a day stands in ModelState already.
        var result =
            !ModelState.IsValid ? Result<GiveOnMany.Outcome>.Fail("Hãy xem lại các mục được đánh dấu.")
            : Chosen.Count == 0 ? Result<GiveOnMany.Outcome>.Fail("Hãy đánh dấu ít nhất một việc.", nameof(Chosen))
            : await giveOn.HandleAsync([.. Chosen.Distinct().Take(Most)], Input, ct);
        if (!result.Ok)
        {
            await LoadAsync(ct);
            return this.Invalid(result, nameof(Input));
        }
        TempData["flash"] = $"Đã giao tiếp {result.Value.Done} việc.";
        if (result.Value.Refusals.Count > 0)
            TempData["flash-warning"] = "Có việc chưa giao tiếp được: " + string.Join(" ", result.Value.Refusals);
        return Redirect("/van-ban/den/duoc-giao");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var open = db
            .Assignments.AsNoTracking()
            .Where(IncomingAccess.MineOf(user.Required))
            .Where(a => a.State == AssignmentState.Open && a.Role != AssignmentRole.Inform)
            .Where(a => a.Incoming.State == IncomingState.Directed);
        // Whom one may give work to depends on whose document it is.
        var office = await open.GroupBy(a => a.Incoming.UnitId)
            .OrderByDescending(g => g.Count())
            .Select(g => (Guid?)g.Key)
            .FirstOrDefaultAsync(ct);
        var all = db.Assignments;
        var parts = open.Where(a => a.Incoming.UnitId == office);
        Rows = await parts
            .OrderBy(a => a.DueOn == null)
            .ThenBy(a => a.DueOn)
            .ThenBy(a => a.AssignedAt)
            .ThenBy(a => a.Id)
            .Take(Most)
            .Select(a => new Row(
                a.Id,
                a.IncomingId,
                a.Role,
                a.DueOn,
                a.Incoming.ArrivalNumber,
                a.Incoming.Issuer,
                a.Incoming.Subject,
                all.Any(below => below.FromId == a.Id && below.State != AssignmentState.Ended)
            ))
            .ToListAsync(ct);
        var possible = await parts.FirstOrDefaultAsync(ct) is { } part ? await handlers.ForPartAsync(office!.Value, part, ct) : [];
        Choice = HandlerChoice.Of(Input, possible);
        Deadlines = await Deadline.ChoicesAsync(days, time.Today(), ct);
    }
}
