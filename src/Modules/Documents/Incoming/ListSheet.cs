using DoanKet.Kernel;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Spreadsheets;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>The list of incoming documents as a spreadsheet: what was filtered, newest first.</summary>
internal static class ListSheet
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("Số đến", 9),
        new("Ngày đến", 12, SheetColumn.Day),
        new("Số, ký hiệu", 20),
        new("Ngày văn bản", 13, SheetColumn.Day),
        new("Cơ quan ban hành", 36),
        new("Loại văn bản", 18),
        new("Trích yếu", 70),
        new("Độ khẩn", 12),
        new("Hạn xử lý", 12, SheetColumn.Day),
        new("Trạng thái", 18),
    ];

    /// <param name="above">Of which unit, by whom and when.</param>
    public static Task WriteAsync(
        Stream target,
        IEnumerable<ListModel.Row> rows,
        DocumentKinds kinds,
        IReadOnlyList<string> above,
        CancellationToken ct
    ) =>
        SheetWriter.WriteAsync(
            target,
            "Văn bản đến",
            Columns,
            rows.Select(row =>
                (IReadOnlyList<object?>)
                    [
                        row.ArrivalNumber,
                        row.ArrivalDate ?? VietnamTime.DateOf(row.ReceivedAt),
                        row.NumberText,
                        row.IssuedOn,
                        row.Issuer,
                        kinds.Name(row.KindCode),
                        row.Title,
                        row.Urgency.Name(),
                        row.DueOn,
                        row.State.Name(),
                    ]
            ),
            above,
            ct
        );
}
