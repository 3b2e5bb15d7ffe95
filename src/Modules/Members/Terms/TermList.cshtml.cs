using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Terms;

/// <summary>The calendar of congresses: whose term ends when, and of whom nobody has written one.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class TermListModel(UnionDb db, UserContext user, TimeProvider time) : PageModel
{
    public const int PageSize = 50;

    [FromQuery(Name = "nhom")]
    public TermGroup Group { get; set; }

    /// <summary>How many pages were turned.</summary>
    [FromQuery(Name = "trang")]
    public int Turned { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool HasNext { get; private set; }

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];

    public DateOnly Today => time.Today();

    /// <param name="Term">Null where none is written.</param>
    internal sealed record Row(Guid UnitId, string Unit, string Code, UnionTerm? Term);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Tabs = [.. Enum.GetValues<TermGroup>().Select(group => new Tab(group.Name(), Address(group), Group == group))];
        Turned = Math.Clamp(Turned, 0, 1000);
        var found = await Found().Skip(Turned * PageSize).Take(PageSize + 1).ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        HasNext = found.Count > PageSize;
    }

    private IQueryable<Row> Found()
    {
        var (today, terms) = (Today, db.UnionTerms.AsNoTracking());
        var soon = today.AddMonths(TermGroups.SoonMonths);
        if (Group == TermGroup.Missing)
            return db
                .Units.AsNoTracking()
                .ReachedBy(user.Required, Permissions.Read)
                .Living(today)
                .Where(u => !u.Kind.IsPartOfParent && !terms.Any(t => t.UnitId == u.Id))
                .OrderBy(u => u.Path)
                .Select(u => new Row(u.Id, u.Name, u.Code, null));
        // Of each union the last one.
        var last = terms
            .VisibleTo(user.Required, Permissions.Read)
            .Where(t => !terms.Any(n => n.UnitId == t.UnitId && n.FromOn > t.FromOn));
        last = Group switch
        {
            TermGroup.Over => last.Where(t => t.ToOn < today),
            TermGroup.Soon => last.Where(t => t.ToOn >= today && t.ToOn <= soon),
            _ => last,
        };
        return last.OrderBy(t => t.ToOn).ThenBy(t => t.Id).Select(t => new Row(t.UnitId, t.Unit.Name, t.Unit.Code, t));
    }

    private string Address(TermGroup group) => Request.With(("nhom", group.ToString()), ("trang", null));
}

internal enum TermGroup
{
    Soon = 0,
    Over = 1,
    All = 2,
    Missing = 3,
}

internal static class TermGroups
{
    public const int SoonMonths = 6;

    public static string Name(this TermGroup group) =>
        group switch
        {
            TermGroup.Soon => $"Hết trong {SoonMonths} tháng tới",
            TermGroup.Over => "Đã hết, chưa đại hội",
            TermGroup.All => "Tất cả",
            _ => "Chưa ghi nhiệm kỳ",
        };
}
