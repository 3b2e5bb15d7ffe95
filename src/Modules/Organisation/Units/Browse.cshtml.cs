using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

/// <summary>The tree, one level at a time, or the units that match some words; as it stood on a day.</summary>
[Requires(Permissions.ReadUnitsCode)]
internal sealed class BrowseModel(UnionDb db, UserContext user, UnitsWithoutClerk withoutClerk, TimeProvider time) : PageModel
{
    public const int PageSize = 50;

    [FromQuery(Name = "trong")]
    public Guid? Within { get; set; }

    [FromQuery(Name = "q")]
    public string? SearchTerms { get; set; }

    [FromQuery(Name = "ngay")]
    public DateOnly? Day { get; set; }

    /// <summary>Only units in which nobody can receive a document.</summary>
    [FromQuery(Name = "thieu-van-thu")]
    public bool WithoutClerk { get; set; }

    [FromQuery(Name = "sau")]
    public string? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>From the top down to the unit whose children are shown.</summary>
    public IReadOnlyList<Row> Trail { get; private set; } = [];

    public string? Next { get; private set; }

    public string? NextAddress => Next is null ? null : Request.With(("sau", Next));

    /// <summary>The units below one, as they stood on the day looked at.</summary>
    public string LinkTo(Guid? within) => $"/don-vi?trong={within}" + (Day is { } day ? $"&ngay={day.Show()}" : "");

    public bool CanEdit => user.Required.Can(Permissions.EditUnits);

    internal sealed record Row(Guid Id, string Name, string Code, string Kind, Sector Sector, DateOnly? ValidTo, string Path, int Below);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var day = Day ?? time.Today();
        var units = db.Units.AsNoTracking().Living(day);
        Unit? top = null;
        if (Within is { } id)
            top = await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct);
        if (top is not null)
            Trail = await TrailAsync(top.Path, day, ct);
        var searching = !string.IsNullOrWhiteSpace(SearchTerms);
        var scope = top is null ? units : units.Within(top.Path);
        var shown = this switch
        {
            { WithoutClerk: true } => withoutClerk.Among(searching ? scope.Matching(SearchTerms) : scope),
            _ when searching => scope.Matching(SearchTerms),
            _ => units.Where(u => u.ParentId == Within),
        };
        if (!string.IsNullOrEmpty(After))
            shown = shown.Where(u => u.Path.CompareTo(After) > 0);
        var rows = await AsOn(day, shown.OrderBy(u => u.Path).Take(PageSize + 1)).ToListAsync(ct);
        Next = rows.Count > PageSize ? rows[PageSize - 1].Path : null;
        Rows = [.. rows.Take(PageSize)];
    }

    private Task<List<Row>> TrailAsync(string path, DateOnly day, CancellationToken ct)
    {
        var paths = Enumerable.Range(1, UnitPath.Depth(path)).Select(depth => path[..(depth * 6)]).ToList();
        return AsOn(day, db.Units.AsNoTracking().Where(u => paths.Contains(u.Path)).OrderBy(u => u.Path)).ToListAsync(ct);
    }

    /// <summary>Under the name that each had on the day.</summary>
    private IQueryable<Row> AsOn(DateOnly day, IQueryable<Unit> units) =>
        units.Select(u => new Row(
            u.Id,
            db.Set<UnitName>().Where(n => n.UnitId == u.Id && n.Until >= day).OrderBy(n => n.Until).Select(n => n.Name).FirstOrDefault()
                ?? u.Name,
            u.Code,
            u.Kind.Name,
            u.Sector,
            u.ValidTo,
            u.Path,
            db.Units.Count(c => c.ParentId == u.Id && c.ValidFrom <= day && (c.ValidTo == null || c.ValidTo >= day))
        ));
}
