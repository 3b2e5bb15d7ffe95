using DoanKet.Spreadsheets;

namespace DoanKet.Modules.Documents.Finding;

/// <summary>The documents that were found as a spreadsheet, newest first.</summary>
internal static class FoundSheet
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("Đến, đi", 9),
        new("Số, ký hiệu", 20),
        new("Ngày văn bản", 13, SheetColumn.Day),
        new("Cơ quan ban hành", 36),
        new("Trích yếu", 70),
        new("Trạng thái", 24),
        new("Sổ của", 32),
    ];

    /// <param name="above">What was looked for, by whom and when.</param>
    public static Task WriteAsync(Stream target, IEnumerable<FoundRow> rows, IReadOnlyList<string> above, CancellationToken ct) =>
        SheetWriter.WriteAsync(
            target,
            "Văn bản tìm thấy",
            Columns,
            rows.Select(row =>
                (IReadOnlyList<object?>)
                    [row.IsIncoming ? "Đến" : "Đi", row.NumberText, row.IssuedOn, row.Issuer, row.Title, row.State, row.Unit]
            ),
            above,
            ct
        );
}
