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

namespace DoanKet.Modules.Members.Quality;

/// <summary>The grades of a year: how many of each, who waits for a decision, who has said nothing yet.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class RatingListModel(UnionDb db, UserContext user, DataFolder data, TimeProvider time) : PageModel
{
    private const int PageSize = 50,
        YearsShown = 5;

    [FromQuery(Name = "nam")]
    public int? Year { get; set; }

    [FromQuery(Name = "nhom")]
    public RatingGroup Group { get; set; }

    /// <summary>How many pages were turned.</summary>
    [FromQuery(Name = "trang")]
    public int Turned { get; set; }

    public int ShownYear { get; private set; }

    public IReadOnlyList<(string Level, int Count)> Sums { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool HasNext { get; private set; }

    public IReadOnlyList<Tab> Years { get; private set; } = [];

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];

    /// <param name="Rating">Null where the union has said nothing.</param>
    internal sealed record Row(Guid UnitId, string Unit, string Code, UnionRating? Rating);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Prepare();
        var thisYear = time.Today().Year;
        Years =
        [
            .. Enumerable
                .Range(0, YearsShown)
                .Select(i => thisYear - i)
                .Select(year => new Tab(
                    $"Năm {year}",
                    Request.With(("nam", year.ToString(null, null)), ("trang", null)),
                    year == ShownYear
                )),
        ];
        Tabs = [.. Enum.GetValues<RatingGroup>().Select(group => new Tab(group.Name(), Address(group), Group == group))];
        Turned = Math.Clamp(Turned, 0, 1000);
        var sums = await Ratings()
            .Where(r => r.LevelCode != "")
            .GroupBy(r => r.LevelName)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        var order = await db.QualityLevels.AsNoTracking().OrderBy(l => l.Ordinal).Select(l => l.Name).ToListAsync(ct);
        Sums = [.. sums.OrderBy(sum => order.IndexOf(sum.Key)).Select(sum => (sum.Key, sum.Count))];
        var found = await Found().Skip(Turned * PageSize).Take(PageSize + 1).ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        HasNext = found.Count > PageSize;
    }

    public async Task<FileStreamResult> OnGetSheetAsync(CancellationToken ct)
    {
        Prepare();
        SheetColumn[] columns =
        [
            new("Mã"),
            new("Đơn vị", 48),
            new("Tự chấm (điểm)"),
            new("Đơn vị đề nghị", 30),
            new("Được công nhận", 30),
            new("Số quyết định", 20),
            new("Ngày quyết định", 14, SheetColumn.Day),
        ];
        var rows = await Found().ToListAsync(ct);
        var lines = rows.Select(
            IReadOnlyList<object?> (row) =>
                [
                    row.Code,
                    row.Unit,
                    row.Rating?.ProposedPoints,
                    row.Rating?.ProposedName,
                    row.Rating?.LevelName,
                    row.Rating?.DecisionNumber,
                    row.Rating?.DecidedOn,
                ]
        );
        string[] above = [$"Xếp loại công đoàn năm {ShownYear}: {Group.Name().ToLowerInvariant()}"];
        return await data.SheetFileAsync(
            $"Xep-loai-cong-doan-{ShownYear}.xlsx",
            target => SheetWriter.WriteAsync(target, "Xếp loại", columns, lines, above, ct)
        );
    }

    private void Prepare()
    {
        var today = time.Today();
        ShownYear = Year is >= 2000 and <= 2200 ? Year.Value : UnionRating.YearOn(today);
    }

    private IQueryable<UnionRating> Ratings()
    {
        var year = ShownYear;
        return db.Ratings.AsNoTracking().VisibleTo(user.Required, Permissions.Read).Where(r => r.Year == year);
    }

    private IQueryable<Row> Found()
    {
        if (Group == RatingGroup.Missing)
        {
            var (rated, today) = (Ratings(), time.Today());
            return db
                .Units.AsNoTracking()
                .ReachedBy(user.Required, Permissions.Read)
                .Living(today)
                .Where(u => !u.Kind.IsPartOfParent && u.ParentId != null && !rated.Any(r => r.UnitId == u.Id))
                .OrderBy(u => u.Path)
                .Select(u => new Row(u.Id, u.Name, u.Code, null));
        }
        var ratings = Group == RatingGroup.Waiting ? Ratings().Where(r => r.DecidedOn == null) : Ratings().Where(r => r.DecidedOn != null);
        return ratings.OrderBy(r => r.Unit.Path).Select(r => new Row(r.UnitId, r.Unit.Name, r.Unit.Code, r));
    }

    private string Address(RatingGroup group) => Request.With(("nhom", group.ToString()), ("trang", null));
}
