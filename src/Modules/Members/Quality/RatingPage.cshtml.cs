using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Quality;

/// <summary>The grades of one union through the years; what it proposes, and what the unit above decides.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class RatingPageModel(UnionDb db, UserContext user, RateUnion rate, TimeProvider time) : PageModel
{
    [BindProperty]
    public RatingInput Input { get; set; } = new();

    [BindProperty]
    public DecisionInput Decision { get; set; } = new();

    [BindProperty]
    public Guid RatingId { get; set; }

    public Unit Unit { get; private set; } = null!;

    /// <summary>The last year first.</summary>
    public IReadOnlyList<UnionRating> Ratings { get; private set; } = [];

    /// <summary>The one that has waited longest for the unit above; when none waits, the last one, whose decision can be mended.</summary>
    public UnionRating? ToDecide => Ratings.LastOrDefault(rating => !rating.IsDecided) ?? (Ratings.Count > 0 ? Ratings[0] : null);

    public IReadOnlyList<SelectListItem> Levels { get; private set; } = [];

    public bool MayPropose => user.Required.Can(Permissions.Edit, Unit);

    public bool MayDecide { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid unit, CancellationToken ct)
    {
        if (!await LoadAsync(unit, ct))
            return NotFound();
        var today = time.Today();
        Input.Year = UnionRating.YearOn(today);
        if (ToDecide is { } rated)
            Decision = new()
            {
                LevelCode = rated.IsDecided ? rated.LevelCode : rated.ProposedCode,
                DecisionNumber = rated.DecisionNumber,
                On = rated.DecidedOn ?? today,
                Note = rated.DecisionNote,
            };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid unit, CancellationToken ct) =>
        ActAsync(unit, "Đã ghi điểm tự chấm.", nameof(Input), () => rate.ProposeAsync(unit, Input, ct), ct);

    public Task<IActionResult> OnPostDecideAsync(Guid unit, CancellationToken ct) =>
        ActAsync(
            unit,
            "Đã công nhận xếp loại.",
            nameof(Decision),
            () =>
                Ratings.Any(rating => rating.Id == RatingId)
                    ? rate.DecideAsync(RatingId, Decision, ct)
                    : Task.FromResult(Result.Refuse("Xếp loại này không phải của đơn vị.")),
            ct
        );

    private async Task<IActionResult> ActAsync(Guid unit, string said, string prefix, Func<Task<Result>> act, CancellationToken ct)
    {
        if (!await LoadAsync(unit, ct))
            return NotFound();
        var result = await act();
        if (!result.Ok)
            return this.Invalid(result, prefix);
        TempData["flash"] = said;
        return Redirect($"/doan-vien/xep-loai/{unit}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var unit = await db
            .Units.AsNoTracking()
            .ReachedBy(user.Required, Permissions.Read)
            .Include(u => u.Parent)
            .FirstOrDefaultAsync(u => u.Id == id, ct);
        if (unit is null)
            return false;
        Unit = unit;
        Ratings = await db.Ratings.AsNoTracking().Where(r => r.UnitId == id).OrderByDescending(r => r.Year).Take(20).ToListAsync(ct);
        MayDecide = unit.Parent is { } above && user.Required.Can(Permissions.Approve, above);
        if (ToDecide is { } rated)
            Levels = [.. (await rate.LevelsAsync(rated.Year, ct)).Select(level => new SelectListItem(level.Name, level.Code))];
        return true;
    }
}
