using DoanKet.Kernel;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Spreadsheets;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>The work given to a person as a spreadsheet, in the order of the screen.</summary>
internal static class AssignedSheet
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("Hạn xử lý", 12, SheetColumn.Day),
        new("Vai trò", 14),
        new("Số đến", 9),
        new("Số, ký hiệu", 20),
        new("Cơ quan ban hành", 36),
        new("Trích yếu", 70),
        new("Ngày giao", 12, SheetColumn.Day),
        new("Ngày xong", 12, SheetColumn.Day),
    ];

    /// <param name="above">Whose work, by whom and when.</param>
    public static Task WriteAsync(Stream target, IEnumerable<AssignedModel.Row> rows, IReadOnlyList<string> above, CancellationToken ct) =>
        SheetWriter.WriteAsync(
            target,
            "Việc được giao",
            Columns,
            rows.Select(row =>
                (IReadOnlyList<object?>)
                    [
                        row.DueOn,
                        row.Role.Name(),
                        row.ArrivalNumber,
                        row.NumberText,
                        row.Issuer,
                        row.Subject,
                        VietnamTime.DateOf(row.AssignedAt),
                        row.DoneAt is { } done ? VietnamTime.DateOf(done) : null,
                    ]
            ),
            above,
            ct
        );
}
