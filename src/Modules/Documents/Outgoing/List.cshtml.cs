using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Search;
using DoanKet.Kernel.Settings;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Parts;
using DoanKet.Ui.Sheets;
using DoanKet.Ui.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

[Requires(Permissions.ReadOutgoingCode)]
internal sealed class ListModel(
    UnionDb db,
    UserContext user,
    ActingOffice office,
    SearchIndex index,
    DocumentKinds kinds,
    DataFolder data,
    TakenOut taken,
    TimeProvider time
) : PageModel
{
    public const int PageSize = 50;

    internal sealed record Row(
        Guid Id,
        OutgoingState State,
        string NumberText,
        DateOnly? IssuedOn,
        DateTime CreatedAt,
        string KindCode,
        string Subject,
        Urgency Urgency,
        string DraftingUnit,
        string SignerName,
        string Drafter,
        DateOnly? ReplyBy,
        bool IsRecalled
    );

    public static ListColumns Columns { get; } =
        new(
            "di",
            [
                new("ngay", "Ngày"),
                new("loai", "Loại văn bản", Shown: false),
                new("nguoi-soan", "Người soạn", Shown: false),
                new("nguoi-ky", "Người ký"),
                new("han-tra-loi", "Hạn trả lời", Shown: false),
            ]
        );

    /// <summary>Keys of the columns that this device shows.</summary>
    public IReadOnlySet<string> Shown => field ??= Columns.Chosen(Request);

    [BindProperty(SupportsGet = true)]
    public OutgoingFilter Filter { get; set; } = new();

    /// <summary>Where the page before ended.</summary>
    [FromQuery(Name = "sau")]
    public string? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];

    public bool CanDraft => user.Required is { Unit: { } unit } person && person.Can(Permissions.Draft, unit.Id, unit.Path);

    public DateOnly Today => time.Today();

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await office.FindAsync(ct) is not { } unit)
            return;
        var counts = await CountAsync(db.Outgoing.AsNoTracking().Where(d => d.UnitId == unit.Id).VisibleOutgoing(user.Required), ct);
        Tabs =
        [
            TabOf("Tất cả", null, null),
            .. Enum.GetValues<OutgoingState>().Select(s => TabOf(s.Name(), s, counts.GetValueOrDefault(s))),
        ];
        var found = await ReadAsync(unit, PageSize + 1, ct);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? new ListCursor(Rows[^1].CreatedAt, Rows[^1].Id).ToString() : null;
    }

    /// <summary>What was filtered, as a spreadsheet.</summary>
    public async Task<IActionResult> OnGetSheetAsync(CancellationToken ct)
    {
        if (await office.FindAsync(ct) is not { } unit)
            return NotFound();
        After = null;
        var rows = await ReadAsync(unit, TakenOut.MaxRows, ct);
        return await data.SheetFileAsync(
            $"van-ban-di-{Today:yyyyMMdd}.xlsx",
            target => ListSheet.WriteAsync(target, rows, kinds, taken.Above($"Văn bản đi, {unit.Name}", rows.Count), ct)
        );
    }

    private async Task<List<Row>> ReadAsync(ActingUnit unit, int take, CancellationToken ct)
    {
        // The office by name beside the general condition: one unit's rows in one order are one range of an index.
        var rows = db
            .Outgoing.AsNoTracking()
            .Where(d => d.UnitId == unit.Id)
            .VisibleOutgoing(user.Required)
            .NewestFirst(d => d.CreatedAt, ListCursor.Parse(After));
        rows = await Filter.ApplyAsync(rows, index, unit.Path, take, ct);
        return await rows.Take(take)
            .Select(d => new Row(
                d.Id,
                d.State,
                d.NumberText,
                d.IssuedOn,
                d.CreatedAt,
                d.KindCode,
                d.Subject,
                d.Urgency,
                d.DraftingUnit.Name,
                d.SignerName,
                d.Drafter.FullName,
                d.ReplyBy,
                d.RecalledAt != null
            ))
            .ToListAsync(ct);
    }

    /// <summary>Of what is on its way; all that was ever issued is not counted.</summary>
    private static async Task<Dictionary<OutgoingState, int>> CountAsync(IQueryable<OutgoingDocument> seen, CancellationToken ct) =>
        await seen.Where(d => d.State < OutgoingState.Issued)
            .GroupBy(d => d.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    private Tab TabOf(string text, OutgoingState? state, int? count) =>
        new(
            text,
            Request.With(("trang-thai", state?.ToString()), ("sau", null)),
            Filter.State == state,
            count is { } number ? new Count(number, int.MaxValue) : null
        );
}
