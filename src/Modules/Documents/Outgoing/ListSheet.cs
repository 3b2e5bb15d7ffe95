using DoanKet.Kernel;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Spreadsheets;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>The list of outgoing documents as a spreadsheet: what was filtered, newest first.</summary>
internal static class ListSheet
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("Số, ký hiệu", 20),
        new("Ngày", 12, SheetColumn.Day),
        new("Loại văn bản", 18),
        new("Trích yếu", 70),
        new("Độ khẩn", 12),
        new("Đơn vị soạn", 32),
        new("Người ký", 24),
        new("Trạng thái", 24),
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
            "Văn bản đi",
            Columns,
            rows.Select(row =>
                (IReadOnlyList<object?>)
                    [
                        row.NumberText,
                        row.IssuedOn ?? VietnamTime.DateOf(row.CreatedAt),
                        kinds.Name(row.KindCode),
                        row.Subject,
                        row.Urgency.Name(),
                        row.DraftingUnit,
                        row.SignerName,
                        row.IsRecalled ? OutgoingNames.Recalled : row.State.Name(),
                    ]
            ),
            above,
            ct
        );
}
