using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Progress;

/// <summary>Entered against target, from the federation down to the last union.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class BoardModel(UnionDb db, UserContext user, SetTarget setTarget, RemindUnits remind, TimeProvider time) : PageModel
{
    /// <summary>The unit that is looked at; the person's own when nothing is said.</summary>
    [FromQuery(Name = "don-vi")]
    public Guid? UnitId { get; set; }

    /// <summary>The lowest first.</summary>
    [FromQuery(Name = "thap-truoc")]
    public bool LowestFirst { get; set; }

    [BindProperty]
    public int? Count { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    /// <summary>Units that have reached less than this many per cent are reminded.</summary>
    [BindProperty]
    public int? Below { get; set; } = 100;

    public Unit Unit { get; private set; } = null!;

    public Unit? Above { get; private set; }

    public Progress Progress { get; private set; } = null!;

    /// <summary>Among the units beside it, and how many they are; null without a target or alone.</summary>
    public (int Place, int Of)? Place { get; private set; }

    /// <summary>Targets, and reminding those below.</summary>
    public bool MaySetTarget { get; private set; }

    public DateOnly Today => time.Today();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        var result = await setTarget.HandleAsync(Unit.Id, Count, DueOn, ct);
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = $"Đã đặt chỉ tiêu của {Unit.Name}.";
        return Redirect($"/doan-vien/tien-do?don-vi={Unit.Id}");
    }

    public async Task<IActionResult> OnPostRemindAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        var result = await remind.HandleAsync(Unit, Below, ct);
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] =
            result.Value == 0 ? "Không có đơn vị nào phải nhắc, hoặc hôm nay đã nhắc rồi." : $"Đã nhắc {result.Value} đơn vị.";
        return Redirect($"/doan-vien/tien-do?don-vi={Unit.Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = UnitId ?? (user.Required.Unit is { } own ? (await db.Units.OfficeOfAsync(own.Id, ct)).Id : Guid.Empty);
        var unit = await db.Units.AsNoTracking().ReachedBy(user.Required, Permissions.Read).FirstOrDefaultAsync(u => u.Id == id, ct);
        if (unit is null)
            return false;
        Unit = unit;
        Above = await db
            .Units.AsNoTracking()
            .ReachedBy(user.Required, Permissions.Read)
            .FirstOrDefaultAsync(u => u.Id == unit.ParentId, ct);
        var progress = await db.ProgressAsync(unit, time.Today(), ct);
        Progress = LowestFirst ? progress with { Below = [.. progress.Below.OrderBy(row => row.Percent ?? decimal.MaxValue)] } : progress;
        Place = await PlaceAsync(unit, ct);
        MaySetTarget = user.Required.Can(Permissions.Approve, unit);
        return true;
    }

    private async Task<(int, int)?> PlaceAsync(Unit unit, CancellationToken ct)
    {
        if (await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == unit.ParentId, ct) is not { } above)
            return null;
        var ranked = RankedRow.Of((await db.ProgressAsync(above, Today, ct)).Below);
        return ranked.FirstOrDefault(row => row.Row.Id == unit.Id)?.Place is { } place
            ? (place, ranked.Count(row => row.Place is not null))
            : null;
    }
}
