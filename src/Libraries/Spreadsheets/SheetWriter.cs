using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace DoanKet.Spreadsheets;

/// <summary>Writes a table as .xlsx.</summary>
public static class SheetWriter
{
    /// <param name="rows">Cells in the order of the columns: texts, numbers, days (<see cref="DateOnly"/>, as Excel's own), null.</param>
    public static Task WriteAsync(
        Stream target,
        string sheet,
        IReadOnlyList<SheetColumn> columns,
        IEnumerable<IReadOnlyList<object?>> rows,
        CancellationToken ct
    ) => WriteAsync(target, sheet, columns, rows, [], ct);

    /// <inheritdoc cref="WriteAsync(Stream, string, IReadOnlyList{SheetColumn}, IEnumerable{IReadOnlyList{object?}}, CancellationToken)"/>
    /// <param name="above">Lines above the table: what it is, by whom and when. A sheet that is to be read in again has none.</param>
    public static Task WriteAsync(
        Stream target,
        string sheet,
        IReadOnlyList<SheetColumn> columns,
        IEnumerable<IReadOnlyList<object?>> rows,
        IReadOnlyList<string> above,
        CancellationToken ct
    )
    {
        var lines = rows.Select(row => Line(columns, i => row[i]));
        if (above.Count > 0)
            lines = above
                .Select(text => Line(columns, i => i == 0 ? text : null))
                .Append(Line(columns, _ => null))
                .Append(Line(columns, i => columns[i].Heading))
                .Concat(lines);
        var layout = new OpenXmlConfiguration
        {
            AutoFilter = above.Count == 0,
            FreezeRowCount = above.Count == 0 ? 1 : above.Count + 2,
            DynamicColumns =
            [
                .. columns.Select(
                    (column, i) =>
                        new DynamicExcelColumn(column.Heading)
                        {
                            Index = i,
                            Width = column.Width,
                            Format = column.Format,
                        }
                ),
            ],
        };
        return target.SaveAsAsync(lines, printHeader: above.Count == 0, sheetName: sheet, configuration: layout, cancellationToken: ct);
    }

    private static Dictionary<string, object?> Line(IReadOnlyList<SheetColumn> columns, Func<int, object?> cell) =>
        columns.Select((column, i) => (column.Heading, Value: Cell(cell(i)))).ToDictionary(c => c.Heading, c => c.Value);

    private static object? Cell(object? value) =>
        value switch
        {
            string text => AsText(text),
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            _ => value,
        };

    /// <summary>The cells are text in the file already; the apostrophe keeps them so when the sheet is saved as CSV and opened
    /// again.</summary>
    private static string AsText(string typed) =>
        typed.Length > 0 && typed[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + typed : typed;
}

/// <summary>A column of a table.</summary>
/// <param name="Width">In characters.</param>
/// <param name="Format">Excel's own, e.g. dd/mm/yyyy; null for texts and plain numbers.</param>
public sealed record SheetColumn(string Heading, double Width = 20, string? Format = null)
{
    public const string Day = "dd/mm/yyyy";
}
