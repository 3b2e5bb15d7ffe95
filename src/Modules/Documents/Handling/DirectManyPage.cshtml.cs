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

[Requires(Permissions.DirectCode)]
internal sealed class DirectManyPageModel(
    UnionDb db,
    UserContext user,
    DirectMany direct,
    ActingOffice office,
    PossibleHandlers handlers,
    WorkingDays days,
    TimeProvider time
) : PageModel
{
    private const int Most = 100;

    internal sealed record Row(Guid Id, int? ArrivalNumber, string NumberText, string Issuer, string Subject, DateOnly? DueOn);

    /// <summary>The ticked documents.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public DirectInput Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public HandlerChoice Choice { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Deadlines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await UnitAsync(ct) is not { } unit)
            return NotFound();
        // What could not be read as a day stands in ModelState already.
        var result =
            !ModelState.IsValid ? Result<int>.Fail("Hãy xem lại các mục được đánh dấu.")
            : Chosen.Count == 0 ? Result<int>.Fail("Hãy đánh dấu ít nhất một văn bản.", nameof(Chosen))
            : await direct.HandleAsync(unit, Chosen.Distinct().ToList(), Input, ct);
        if (!result.Ok)
            return await LoadAsync(ct) ? this.Invalid(result, nameof(Input)) : NotFound();
        if (result.Value > 0)
            TempData["flash"] = $"Đã chuyển ý kiến chỉ đạo cho {result.Value} văn bản.";
        if (Chosen.Distinct().Count() - result.Value is > 0 and var left)
            TempData["flash-warning"] = $"{left} văn bản đã chọn vừa được chỉ đạo hoặc kết thúc nên giữ nguyên.";
        return Redirect("/van-ban/den?trang-thai=" + IncomingState.Registered.Slug());
    }

    private async Task<Guid?> UnitAsync(CancellationToken ct) =>
        await office.FindAsync(ct) is { } unit && user.Required.Can(Permissions.Direct, unit.Id, unit.Path) ? unit.Id : null;

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await UnitAsync(ct) is not { } unit)
            return false;
        Rows = await db
            .Incoming.AsNoTracking()
            .Where(d => d.UnitId == unit && d.State == IncomingState.Registered)
            .OrderBy(d => d.ReceivedAt)
            .ThenBy(d => d.Id)
            .Take(Most)
            .Select(d => new Row(d.Id, d.ArrivalNumber, d.NumberText, d.Issuer, d.Subject, d.DueOn))
            .ToListAsync(ct);
        Choice = HandlerChoice.Of(Input, await handlers.UsualFirstAsync(unit, user.Required.AccountId, ct));
        Deadlines = await Deadline.ChoicesAsync(days, time.Today(), ct);
        return true;
    }
}
