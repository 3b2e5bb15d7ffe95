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
internal sealed class BoardModel(UnionDb db, UserContext user, SetTarget setTarget, TimeProvider time) : PageModel
{
    /// <summary>The unit that is looked at; the person's own when nothing is said.</summary>
    [FromQuery(Name = "don-vi")]
    public Guid? UnitId { get; set; }

    /// <summary>The lowest first.</summary>
    [FromQuery(Name = "thap-truoc")]
    public bool LowestFirst { get; set; }

    [BindProperty]
    public int? Count { get; set; }

    public Unit Unit { get; private set; } = null!;

    public Unit? Above { get; private set; }

    public Progress Progress { get; private set; } = null!;

    public bool MaySetTarget { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        var result = await setTarget.HandleAsync(Unit.Id, Count, ct);
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = $"Đã đặt chỉ tiêu của {Unit.Name}.";
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
        MaySetTarget = user.Required.Can(Permissions.Approve, unit);
        return true;
    }
}
