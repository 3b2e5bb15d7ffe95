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

/// <summary>The units below one by how far they are: those directly below, or all grassroots unions.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class RankingModel(UnionDb db, UserContext user, DataFolder data, TimeProvider time) : PageModel
{
    private const int PageSize = 100;

    /// <summary>The unit below which is looked; the person's own when nothing is said.</summary>
    [FromQuery(Name = "don-vi")]
    public Guid? UnitId { get; set; }

    /// <summary>All grassroots unions instead of those directly below.</summary>
    [FromQuery(Name = "co-so")]
    public bool Grassroots { get; set; }

    /// <summary>How many pages were turned.</summary>
    [FromQuery(Name = "trang")]
    public int Turned { get; set; }

    public Unit Unit { get; private set; } = null!;

    public IReadOnlyList<RankedRow> Rows { get; private set; } = [];

    public bool HasNext { get; private set; }

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await RankAsync(ct) is not { } ranked)
            return NotFound();
        Turned = Math.Clamp(Turned, 0, ranked.Count / PageSize);
        Rows = [.. ranked.Skip(Turned * PageSize).Take(PageSize)];
        HasNext = ranked.Count > (Turned + 1) * PageSize;
        Tabs = [new("Trực thuộc", Address(null), !Grassroots), new("Công đoàn cơ sở", Address("true"), Grassroots)];
        return Page();
    }

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken ct)
    {
        if (await RankAsync(ct) is not { } ranked)
            return NotFound();
        SheetColumn[] columns =
        [
            new("Hạng"),
            new("Mã"),
            new("Đơn vị", 48),
            new("Chỉ tiêu"),
            new("Đã nhập"),
            new("Đạt (%)"),
            new("Đủ dữ liệu (%)"),
            new("Thiếu CCCD"),
        ];
        var lines = ranked.Select(
            IReadOnlyList<object?> (ranked) =>
            {
                var row = ranked.Row;
                return
                [
                    ranked.Place,
                    row.Code,
                    row.Name,
                    row.Target,
                    row.Share.Members,
                    row.Percent,
                    row.Complete,
                    row.Share.WithoutNationalId,
                ];
            }
        );
        string[] above = ["Xếp hạng nhập đoàn viên, đến " + time.Today().Show(), Unit.Name];
        return await data.SheetFileAsync(
            "Xep-hang-nhap-doan-vien.xlsx",
            target => SheetWriter.WriteAsync(target, "Xếp hạng", columns, lines, above, ct)
        );
    }

    private async Task<IReadOnlyList<RankedRow>?> RankAsync(CancellationToken ct)
    {
        var id = UnitId ?? (user.Required.Unit is { } own ? (await db.Units.OfficeOfAsync(own.Id, ct)).Id : Guid.Empty);
        var unit = await db.Units.AsNoTracking().ReachedBy(user.Required, Permissions.Read).FirstOrDefaultAsync(u => u.Id == id, ct);
        if (unit is null)
            return null;
        Unit = unit;
        var today = time.Today();
        return RankedRow.Of(Grassroots ? await db.UnionProgressAsync(unit, today, ct) : (await db.ProgressAsync(unit, today, ct)).Below);
    }

    private string Address(string? grassroots) => Request.With(("co-so", grassroots), ("trang", null));
}
