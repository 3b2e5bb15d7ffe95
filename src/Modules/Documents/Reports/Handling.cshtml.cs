using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Settings;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Charts;
using DoanKet.Ui.Parts;
using DoanKet.Ui.Sheets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Documents.Reports;

[Requires(Permissions.ReadIncomingCode)]
internal sealed class HandlingModel(
    ReadHandlingReport read,
    ActingOffice office,
    UserContext user,
    TakenOut taken,
    DataFolder data,
    TimeProvider time
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ReportPeriod Period { get; set; } = new();

    /// <summary>Null for who may not read the unit's incoming documents.</summary>
    public HandlingReport? Report { get; private set; }

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];

    public IReadOnlyList<BarPart> Bar { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Report = await ReadAsync(ct);
        if (Report is null)
            return;
        Tabs =
        [
            .. ReportPeriod
                .Usual(time.Today())
                .Select(p => new Tab(p.Name, Address(p.From, p.To), p.From == Report.From && p.To == Report.To)),
        ];
        Bar = [.. Enum.GetValues<HandlingCount>().Select(count => new BarPart(count.Name(), Report.Sum.In(count), Kind(count)))];
    }

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken ct) =>
        await ReadAsync(ct) is { } report
            ? await data.SheetFileAsync(FileName(report, "xlsx"), target => HandlingPaper.WriteSheetAsync(target, report, taken.ByWhom, ct))
            : NotFound();

    public async Task<IActionResult> OnGetPaperAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is not { } report)
            return NotFound();
        using var paper = new MemoryStream();
        await HandlingPaper.WritePdfAsync(paper, report, taken.ByWhom, ct);
        Response.GetTypedHeaders().ContentDisposition = new("inline") { FileNameStar = FileName(report, "pdf") };
        return File(paper.ToArray(), "application/pdf");
    }

    /// <summary>The documents that a figure counts.</summary>
    /// <param name="count">Null for all.</param>
    /// <param name="line">Null for the whole unit.</param>
    public string List(HandlingCount? count, HandlingLine? line = null, IncomingSource? source = null) =>
        "/van-ban/den"
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["ket-qua"] = count?.Slug() ?? "tat-ca",
                ["don-vi-chu-tri"] = line is null ? null : (line.UnitId ?? Guid.Empty).ToString(),
                ["nguoi-chu-tri"] = line?.AccountId?.ToString(),
                ["nguon"] = source?.Slug(),
                ["tu-ngay"] = Report!.From.Show(),
                ["den-ngay"] = Report.To.Show(),
            }.Where(part => part.Value is not null)
        );

    /// <summary>Null for who may not read what the unit issues.</summary>
    public string? IssuedList =>
        !user.Required.Can(Permissions.ReadOutgoing)
            ? null
            : $"/van-ban/di?trang-thai={OutgoingState.Issued}&tu-ngay={Report!.From.Show()}&den-ngay={Report.To.Show()}";

    private async Task<HandlingReport?> ReadAsync(CancellationToken ct)
    {
        if (await office.FindAsync(ct) is not { } unit || !user.Required.Can(Permissions.ReadIncoming, unit.Id, unit.Path))
            return null;
        var today = time.Today();
        var (from, to) = Period.Days(today);
        return await read.HandleAsync(unit, from, to, today, ct);
    }

    private static string Address(DateOnly from, DateOnly to) => $"/van-ban/bao-cao?tu-ngay={from.Show()}&den-ngay={to.Show()}";

    private static string FileName(HandlingReport report, string ending) =>
        $"bao-cao-xu-ly-{report.From:yyyyMMdd}-{report.To:yyyyMMdd}.{ending}";

    private static BadgeKind Kind(HandlingCount count) =>
        count switch
        {
            HandlingCount.OnTime => BadgeKind.Done,
            HandlingCount.Late => BadgeKind.Waiting,
            HandlingCount.NotYetDue => BadgeKind.Info,
            _ => BadgeKind.Late,
        };
}
