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
    )
    {
        var lines = rows.Select(row =>
            columns.Select((column, i) => (column.Heading, row[i])).ToDictionary(c => c.Heading, c => Cell(c.Item2))
        );
        var layout = new OpenXmlConfiguration
        {
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
        return target.SaveAsAsync(lines, sheetName: sheet, configuration: layout, cancellationToken: ct);
    }

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
