using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Cards;

/// <summary>The members of a union who have no card, to ask for theirs.</summary>
[Requires(Permissions.EditCode)]
internal sealed class AskModel(UnionDb db, UserContext user, AskForCards ask) : PageModel
{
    public const int Shown = 200;

    [FromQuery(Name = "don-vi")]
    public Guid? UnitId { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public Unit Unit { get; private set; } = null!;

    public int Count { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    internal sealed record Row(Guid Id, string FullName, string Unit, string Position, bool HasPhoto);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await LoadAsync(ct) ? Answer(await ask.HandleAsync(Chosen, ct)) : NotFound();

    public async Task<IActionResult> OnPostAllAsync(CancellationToken ct) =>
        await LoadAsync(ct) ? Answer(await ask.AllAsync(Unit.Id, ct)) : NotFound();

    private IActionResult Answer(Kernel.Results.Result<int> result)
    {
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = $"Đã đề nghị cấp {result.Value} thẻ.";
        return Redirect("/doan-vien/the");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = UnitId ?? (user.Required.Unit is { } own ? (await db.Units.OfficeOfAsync(own.Id, ct)).Id : Guid.Empty);
        var unit = await db.Units.AsNoTracking().ReachedBy(user.Required, Permissions.Edit).FirstOrDefaultAsync(u => u.Id == id, ct);
        if (unit is null)
            return false;
        Unit = unit;
        var without = db.Members.AsNoTracking().VisibleTo(user.Required, Permissions.Edit).OfUnitsWithin(unit.Path).WithoutCard(db);
        Count = await without.CountAsync(ct);
        var photos = db.Photos;
        Rows = await without
            .OrderBy(m => m.NameBackward)
            .ThenBy(m => m.Id)
            .Take(Shown)
            .Select(m => new Row(m.Id, m.FullName, m.Unit.Name, m.Position, photos.Any(p => p.MemberId == m.Id)))
            .ToListAsync(ct);
        return true;
    }
}
