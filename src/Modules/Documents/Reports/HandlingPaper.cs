using DoanKet.Modules.Documents.Shared;
using DoanKet.PaperForms;
using DoanKet.Spreadsheets;
using DoanKet.Ui.Parts;

namespace DoanKet.Modules.Documents.Reports;

/// <summary>The report as A4 PDF and as spreadsheet, with the same lines.</summary>
internal static class HandlingPaper
{
    private const string Title = "Báo cáo xử lý văn bản đến";

    private static readonly IReadOnlyList<PaperColumn> PaperColumns =
    [
        new("Đơn vị, người chủ trì", 34),
        new("Tổng số", 9, CellAlign.Centre),
        .. Enum.GetValues<HandlingCount>().Select(count => new PaperColumn(count.Name(), 10, CellAlign.Centre)),
        new("Tỷ lệ đúng hạn (%)", 9, CellAlign.Centre),
        new("Số ngày trung bình", 9, CellAlign.Centre),
    ];

    private static readonly IReadOnlyList<SheetColumn> SheetColumns =
    [
        new("Đơn vị chủ trì", 40),
        new("Người chủ trì", 30),
        new("Tổng số", 10),
        .. Enum.GetValues<HandlingCount>().Select(count => new SheetColumn(count.Name(), 14)),
        new("Đến qua hệ thống", 14),
        new("Tỷ lệ đúng hạn (%)", 12),
        new("Số ngày trung bình", 12),
    ];

    /// <param name="printed">Who and when, for the foot and the heading.</param>
    public static Task WritePdfAsync(Stream target, HandlingReport report, string printed, CancellationToken ct) =>
        new TablePaper
        {
            Title = Title,
            Columns = PaperColumns,
            Heading =
            [
                new(report.Unit.ToUpperInvariant(), 13, Bold: true),
                new(Title.ToUpperInvariant(), 16, Bold: true, Above: 14),
                new($"Văn bản đến {ReportPeriod.Describe(report.From, report.To)}", 12),
            ],
            Foot = printed,
        }.WriteAsync(target, Rows(report).ToAsyncEnumerable(), ct);

    public static Task WriteSheetAsync(Stream target, HandlingReport report, string printed, CancellationToken ct) =>
        SheetWriter.WriteAsync(
            target,
            "Báo cáo xử lý",
            SheetColumns,
            Lines(report).Select(line => SheetRow(report, line)),
            [$"{Title}, {report.Unit}, {ReportPeriod.Describe(report.From, report.To)}", printed],
            ct
        );

    private static IEnumerable<HandlingLine> Lines(HandlingReport report) => report.Lines.Append(new(null, null, "Tổng cộng", report.Sum));

    private static IEnumerable<IReadOnlyList<string>> Rows(HandlingReport report) =>
        Lines(report)
            .Select(line =>
                (IReadOnlyList<string>)
                    [
                        (line.IsPerson ? "     – " : "") + line.Name,
                        Figures.Show(line.Figures.All),
                        .. Enum.GetValues<HandlingCount>().Select(count => Figures.Show(line.Figures.In(count))),
                        Show(line.Figures.PercentOnTime),
                        Show(line.Figures.AverageDays),
                    ]
            );

    private static IReadOnlyList<object?> SheetRow(HandlingReport report, HandlingLine line) =>
        [
            line.IsPerson ? report.Lines.First(l => l.UnitId == line.UnitId).Name : line.Name,
            line.IsPerson ? line.Name : "",
            line.Figures.All,
            .. Enum.GetValues<HandlingCount>().Select(count => (object)line.Figures.In(count)),
            line.Figures.Internal,
            line.Figures.PercentOnTime,
            line.Figures.AverageDays,
        ];

    private static string Show(decimal? value) => value is { } known ? Figures.Show(known) : "";
}
