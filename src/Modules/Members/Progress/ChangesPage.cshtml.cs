using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Settings;
using DoanKet.Kernel.Units;
using DoanKet.Spreadsheets;
using DoanKet.Ui.Parts;
using DoanKet.Ui.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Progress;

/// <summary>Increase and decrease of members by reason, of a unit with all below it, in some days.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class ChangesPageModel(UnionDb db, UserContext user, ReadChanges read, DataFolder data, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ReportPeriod Period { get; set; } = new();

    /// <summary>The unit that is looked at; the person's own when nothing is said.</summary>
    [FromQuery(Name = "don-vi")]
    public Guid? UnitId { get; set; }

    public Unit Unit { get; private set; } = null!;

    public Unit? Above { get; private set; }

    public Changes Changes { get; private set; } = null!;

    public (DateOnly From, DateOnly To) Days { get; private set; }

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];

    /// <summary>Ethnicity is sensitive.</summary>
    public bool MaySeeMinority { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        SheetColumn[] columns =
        [
            new("Tăng, giảm"),
            new("Lý do", 40),
            new("Tổng số"),
            new("Nữ"),
            .. MaySeeMinority ? [new SheetColumn("Dân tộc thiểu số")] : Array.Empty<SheetColumn>(),
            new("Khu vực Nhà nước"),
            new("Ngoài Nhà nước"),
        ];
        string[] above = ["Tăng, giảm đoàn viên " + ReportPeriod.Describe(Days.From, Days.To), Unit.Name];
        return await data.SheetFileAsync(
            $"Tang-giam-doan-vien-{Days.From:yyyyMMdd}-{Days.To:yyyyMMdd}.xlsx",
            target => SheetWriter.WriteAsync(target, "Tăng, giảm", columns, Lines(), above, ct)
        );
    }

    private IEnumerable<IReadOnlyList<object?>> Lines()
    {
        foreach (var row in Changes.Increase)
            yield return Line("Tăng", row.Name, row.Count);
        yield return Line("Cộng tăng", "", Changes.SumOfIncrease);
        foreach (var row in Changes.Decrease)
            yield return Line("Giảm", row.Name, row.Count);
        yield return Line("Cộng giảm", "", Changes.SumOfDecrease);
        foreach (var row in Changes.Employers)
        {
            yield return ["Tăng theo loại hình", row.Name, row.Increase];
            yield return ["Giảm theo loại hình", row.Name, row.Decrease];
        }
    }

    private object?[] Line(string side, string name, ChangeCount count) =>
        [side, name, count.All, count.Women, .. MaySeeMinority ? [count.Minority] : Array.Empty<object?>(), count.State, count.NonState];

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var person = user.Required;
        var id = UnitId ?? (person.Unit is { } own ? (await db.Units.OfficeOfAsync(own.Id, ct)).Id : Guid.Empty);
        var reached = db.Units.AsNoTracking().ReachedBy(person, Permissions.Read);
        if (await reached.FirstOrDefaultAsync(u => u.Id == id, ct) is not { } unit)
            return false;
        Unit = unit;
        Above = await reached.FirstOrDefaultAsync(u => u.Id == unit.ParentId, ct);
        var today = time.Today();
        Days = Period.Days(today);
        MaySeeMinority = person.Can(Permissions.Sensitive, unit);
        Changes = await read.HandleAsync(unit, Days.From, Days.To, ct);
        Tabs = [.. ReportPeriod.Usual(today).Select(p => new Tab(p.Name, Address(p.From, p.To), (p.From, p.To) == Days))];
        return true;
    }

    private string Address(DateOnly from, DateOnly to) =>
        Request.With(("tu-ngay", from.Show()), ("den-ngay", to.Show()), ("handler", null));
}
