using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DoanKet.Spreadsheets;

/// <summary>How a line of a sheet is marked.</summary>
public enum MarkKind
{
    /// <summary>Said and not coloured.</summary>
    Note = 0,

    /// <summary>In yellow: somebody has to say whether it is right.</summary>
    Question = 1,

    /// <summary>In red: it can't be taken as it is.</summary>
    Problem = 2,
}

/// <param name="Text">What stands behind the line, in a column of its own.</param>
public sealed record SheetMark(MarkKind Kind, string Text);

/// <summary>Gives a foreign sheet back as it came, with words behind the lines and colours on them.</summary>
public static class SheetMarker
{
    /// <summary>Excel cuts what is longer.</summary>
    private const int LongestText = 2000;

    /// <summary>Marks the first sheet. An .xlsx keeps all else that is in it; the cells of an .xls or .csv come back as an .xlsx.</summary>
    /// <param name="file">Seekable, and read before within the limits.</param>
    /// <param name="target">Readable and seekable; written to its end, and stays open.</param>
    /// <param name="heading">Of the column for the words; one that is there from an earlier time is written over.</param>
    /// <param name="headingLine">In which line of the sheet the headings stand, from 1.</param>
    /// <param name="marks">By the numbers of the lines.</param>
    /// <exception cref="SheetException">The file can't be read or is more than the limits allow.</exception>
    public static void Mark(
        Stream file,
        Stream target,
        SheetLimits limits,
        string heading,
        int headingLine,
        IReadOnlyDictionary<int, SheetMark> marks,
        CancellationToken ct
    )
    {
        var lines = SheetReader.Read(file, limits, ct);
        if (!TryCopy(file, target))
            Rebuild(target, lines);
        using var book = SpreadsheetDocument.Open(target, isEditable: true);
        var (workbook, data) = FirstSheet(book)!.Value;
        var styles = new MarkStyles(workbook);
        var rows = data.Elements<Row>().Where(row => row.RowIndex is not null).ToDictionary(row => (int)row.RowIndex!.Value);
        var column = ColumnFor(rows, lines, headingLine, heading);
        Put(rows, headingLine, column, heading, 0);
        foreach (var (line, mark) in marks)
        {
            if (!rows.TryGetValue(line, out var row))
                continue;
            if (mark.Kind != MarkKind.Note)
                foreach (var cell in row.Elements<Cell>())
                    cell.StyleIndex = styles.Of(cell.StyleIndex?.Value ?? 0, mark.Kind);
            Put(rows, line, column, mark.Text, mark.Kind == MarkKind.Note ? 0 : styles.Of(0, mark.Kind));
        }
        workbook.Workbook!.Save();
    }

    /// <summary>False for what is no .xlsx that can be written back.</summary>
    private static bool TryCopy(Stream file, Stream target)
    {
        file.Position = 0;
        target.SetLength(0);
        file.CopyTo(target);
        try
        {
            using var book = SpreadsheetDocument.Open(target, isEditable: false);
            return FirstSheet(book) is not null;
        }
        // What the library throws for what is no such file is not one kind.
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return false;
        }
    }

    private static (WorkbookPart Workbook, SheetData Data)? FirstSheet(SpreadsheetDocument book) =>
        book.WorkbookPart is { } workbook
        && workbook.Workbook?.Descendants<Sheet>().FirstOrDefault()?.Id?.Value is { } id
        && workbook.GetPartById(id) is WorksheetPart { Worksheet: { } sheet }
        && sheet.GetFirstChild<SheetData>() is { } data
            ? (workbook, data)
            : null;

    private static void Rebuild(Stream target, IReadOnlyList<SheetLine> lines)
    {
        target.SetLength(0);
        using var book = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        var workbook = book.AddWorkbookPart();
        var sheet = workbook.AddNewPart<WorksheetPart>();
        var data = new SheetData(
            lines.Select(line => new Row(
                line.Cells.Select((text, i) => InlineText(CellName(i, line.Number), text, 0)).Where(cell => cell.InnerText.Length > 0)
            )
            {
                RowIndex = (uint)line.Number,
            })
        );
        sheet.Worksheet = new Worksheet(data);
        workbook.Workbook = new Workbook(
            new Sheets(
                new Sheet
                {
                    Id = workbook.GetIdOfPart(sheet),
                    SheetId = 1,
                    Name = "Danh sách",
                }
            )
        );
    }

    /// <summary>That of an earlier time, or the first behind all that holds anything.</summary>
    private static int ColumnFor(Dictionary<int, Row> rows, IReadOnlyList<SheetLine> lines, int headingLine, string heading)
    {
        var earlier = lines.FirstOrDefault(line => line.Number == headingLine)?.Cells.ToList().IndexOf(heading) ?? -1;
        if (earlier >= 0)
            return earlier;
        var last = rows.Values.SelectMany(row => row.Elements<Cell>()).Max(cell => ColumnOf(cell.CellReference?.Value) + 1);
        return Math.Max(last, lines.Max(line => line.Cells.Count));
    }

    private static void Put(Dictionary<int, Row> rows, int line, int column, string text, uint style)
    {
        if (!rows.TryGetValue(line, out var row))
            return;
        var cell = InlineText(CellName(column, line), text.Length > LongestText ? text[..LongestText] : text, style);
        row.Elements<Cell>().FirstOrDefault(old => ColumnOf(old.CellReference?.Value) == column)?.Remove();
        var behind = row.Elements<Cell>().FirstOrDefault(old => ColumnOf(old.CellReference?.Value) > column);
        row.InsertBefore(cell, behind);
    }

    internal static Cell InlineText(string reference, string text, uint style) =>
        new(new InlineString(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = reference,
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };

    /// <summary>XML holds no control characters.</summary>
    private static string Printable(string text) => new([.. text.Where(c => c >= ' ' || c is '\n' or '\t')]);

    internal static string CellName(int column, int line)
    {
        var name = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
            name = (char)('A' + (rest % 26)) + name;
        return name + line.ToString(CultureInfo.InvariantCulture);
    }

    private static int ColumnOf(string? reference) =>
        (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1;
}
