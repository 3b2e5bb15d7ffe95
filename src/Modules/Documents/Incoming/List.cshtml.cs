using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
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

namespace DoanKet.Modules.Documents.Incoming;

[Requires(Permissions.ReadIncomingCode)]
internal sealed class ListModel(
    UnionDb db,
    UserContext user,
    ActingOffice office,
    SearchIndex index,
    CountIncoming count,
    DocumentKinds kinds,
    DataFolder data,
    TakenOut taken,
    TimeProvider time
) : PageModel
{
    public const int PageSize = 50;

    private const string LeadColumn = "chu-tri";

    [BindProperty(SupportsGet = true)]
    public ListFilter Filter { get; set; } = new();

    /// <summary>Where the page before ended.</summary>
    [FromQuery(Name = "sau")]
    public string? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public static ListColumns Columns { get; } =
        new(
            "den",
            [
                new("ngay-den", "Ngày đến"),
                new("so-ky-hieu", "Số, ký hiệu"),
                new("ngay-van-ban", "Ngày văn bản", Shown: false),
                new("loai", "Loại văn bản", Shown: false),
                new(LeadColumn, "Chủ trì", Shown: false),
                new("han", "Hạn xử lý"),
            ]
        );

    /// <summary>Keys of the columns that this device shows.</summary>
    public IReadOnlySet<string> Shown => field ??= Columns.Chosen(Request);

    public bool ShowsDue => Shown.Contains("han") && Rows.Any(row => row.DueOn is not null);

    /// <summary>Who leads, by the id of the person or of the unit; empty while the column is not shown.</summary>
    public IReadOnlyDictionary<Guid, string> Leads { get; private set; } = new Dictionary<Guid, string>();

    public string? Next { get; private set; }

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];

    /// <summary>Which figure of the report is shown, in words.</summary>
    public IReadOnlyList<string> ReportConditions { get; private set; } = [];

    /// <summary>What can be done with many of the shown at once; null for nothing.</summary>
    public (string Text, string Href)? Together { get; private set; }

    public bool CanRegister { get; private set; }

    public bool CanAcknowledge { get; private set; }

    public DateOnly Today => time.Today();

    internal sealed record Row(
        Guid Id,
        IncomingState State,
        int? ArrivalNumber,
        DateOnly? ArrivalDate,
        DateTime ReceivedAt,
        string NumberText,
        DateOnly? IssuedOn,
        string Issuer,
        string KindCode,
        string Subject,
        Urgency Urgency,
        DateOnly? DueOn,
        string? FileName,
        bool IsSealed,
        Guid? LeadUnitId,
        Guid? LeadAccountId
    )
    {
        public string Title => IncomingNames.Title(Subject, FileName, IsSealed);

        public Guid? LeadId => LeadAccountId ?? LeadUnitId;

        public bool IsOverdue(DateOnly today) => DueOn < today && State < IncomingState.Done;
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await office.FindAsync(ct) is not { } unit || !user.Required.Can(Permissions.ReadIncoming, unit.Id, unit.Path))
            return;
        CanRegister = user.Required.Can(Permissions.Register, unit.Id, unit.Path);
        CanAcknowledge = !CanRegister && user.Required.Can(Permissions.Acknowledge, unit.Id, unit.Path);
        var counts = await count.HandleAsync(unit.Id, ct);
        Tabs =
        [
            TabOf("Tất cả", null, null),
            .. Enum.GetValues<IncomingState>().Where(s => s < IncomingState.Done).Select(s => TabOf(s.Name(), s, counts.In(s))),
            new(
                "Quá hạn",
                Request.With(("qua-han", "true"), ("trang-thai", null), ("sau", null)),
                Filter.Overdue,
                counts.Overdue,
                BadgeKind.Late
            ),
            .. Enum.GetValues<IncomingState>().Where(s => s >= IncomingState.Done).Select(s => TabOf(s.Name(), s, null)),
        ];
        if (CanRegister && IncomingNames.FromSlug(Filter.State) == IncomingState.Arrived && counts.In(IncomingState.Arrived).Value > 1)
            Together = ("Vào sổ nhiều văn bản cùng lúc", "/van-ban/den/vao-so-nhieu");
        else if (
            user.Required.Can(Permissions.Direct, unit.Id, unit.Path)
            && IncomingNames.FromSlug(Filter.State) == IncomingState.Registered
            && counts.In(IncomingState.Registered).Value > 1
        )
            Together = ("Chỉ đạo nhiều văn bản cùng lúc", "/van-ban/den/chi-dao-nhieu");
        else if (
            (CanRegister || user.Required.Can(Permissions.Direct, unit.Id, unit.Path))
            && (Filter.Overdue || IncomingNames.FromSlug(Filter.State) == IncomingState.Directed)
            && counts.In(IncomingState.Directed).Value > 1
        )
            Together = ("Nhắc nhiều người cùng lúc", "/van-ban/den/nhac-nhieu");
        if (Filter.IsOfReport)
            ReportConditions = await DescribeAsync(unit.Id, ct);
        var found = await ReadAsync(unit, PageSize + 1, ct);
        Rows = found.Count > PageSize ? found[..PageSize] : found;
        Next = found.Count > PageSize ? new ListCursor(Rows[^1].ReceivedAt, Rows[^1].Id).ToString() : null;
        if (Shown.Contains(LeadColumn))
            Leads = await LeadsAsync(ct);
    }

    /// <summary>What was filtered, as a spreadsheet.</summary>
    public async Task<IActionResult> OnGetSheetAsync(CancellationToken ct)
    {
        if (await office.FindAsync(ct) is not { } unit || !user.Required.Can(Permissions.ReadIncoming, unit.Id, unit.Path))
            return NotFound();
        After = null;
        var rows = await ReadAsync(unit, TakenOut.MaxRows, ct);
        return await data.SheetFileAsync(
            $"van-ban-den-{Today:yyyyMMdd}.xlsx",
            target => ListSheet.WriteAsync(target, rows, kinds, taken.Above($"Văn bản đến, {unit.Name}", rows.Count), ct)
        );
    }

    private async Task<IReadOnlyDictionary<Guid, string>> LeadsAsync(CancellationToken ct)
    {
        var people = Rows.Select(r => r.LeadAccountId).OfType<Guid>().Distinct().ToList();
        var units = Rows.Where(r => r.LeadAccountId is null).Select(r => r.LeadUnitId).OfType<Guid>().Distinct().ToList();
        var names = await db.Set<Account>().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.FullName, ct);
        foreach (var unit in await db.Units.Where(u => units.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToListAsync(ct))
            names[unit.Id] = unit.Name;
        return names;
    }

    private async Task<IReadOnlyList<string>> DescribeAsync(Guid unitId, CancellationToken ct)
    {
        List<string> words = [HandlingCounts.FromSlug(Filter.Counted)?.Name() ?? "Đã vào sổ"];
        if (IncomingNames.SourceFromSlug(Filter.Source) is { } source)
            words.Add(source.Name());
        if (Filter.LeadUnit == Guid.Empty)
            words.Add("chưa giao hoặc đơn vị tự giải quyết");
        else if (Filter.LeadUnit is { } leading)
            words.Add(await db.Units.Where(u => u.Id == leading).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? "");
        if (Filter.LeadAccount == Guid.Empty)
            words.Add("chưa giao riêng cho ai");
        else if (Filter.LeadAccount is { } person)
            words.Add(await PersonAsync(unitId, person, ct) ?? "");
        return [.. words.Where(word => word.Length > 0)];
    }

    /// <summary>Null for somebody who leads nothing of the unit.</summary>
    private Task<string?> PersonAsync(Guid unitId, Guid account, CancellationToken ct)
    {
        var leading = db.Incoming.Where(d => d.UnitId == unitId && d.LeadAccountId == account);
        return db.Set<Account>().Where(a => a.Id == account && leading.Any()).Select(a => (string?)a.FullName).FirstOrDefaultAsync(ct);
    }

    private async Task<List<Row>> ReadAsync(ActingUnit unit, int take, CancellationToken ct)
    {
        var rows = db.Incoming.AsNoTracking().Where(d => d.UnitId == unit.Id).NewestFirst(d => d.ReceivedAt, ListCursor.Parse(After));
        // One more than shown tells whether there is a next page; nothing is counted.
        rows = await Filter.ApplyAsync(rows, index, unit.Path, Today, take, ct);
        return await rows.Take(take)
            .Select(d => new Row(
                d.Id,
                d.State,
                d.ArrivalNumber,
                d.ArrivalDate,
                d.ReceivedAt,
                d.NumberText,
                d.IssuedOn,
                d.Issuer,
                d.KindCode,
                d.Subject,
                d.Urgency,
                d.DueOn,
                d.Subject == "" ? d.Content.Attachments.Where(a => a.Ordinal == 1).Select(a => a.Name).FirstOrDefault() : null,
                d.IsSealed,
                d.LeadUnitId,
                d.LeadAccountId
            ))
            .ToListAsync(ct);
    }

    private Tab TabOf(string text, IncomingState? state, Count? count) =>
        new(
            text,
            Request.With(("trang-thai", state?.Slug()), ("qua-han", null), ("sau", null)),
            !Filter.Overdue && IncomingNames.FromSlug(Filter.State) == state,
            count
        );
}
