using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DoanKet.Spreadsheets;

/// <summary>What is typed in a column of a template.</summary>
public enum TemplateCell
{
    /// <summary>Kept as typed: no leading zero is lost.</summary>
    Text = 0,

    /// <summary>dd/mm/yyyy, also where only a year is typed.</summary>
    Day = 1,
}

/// <summary>A column to be filled in.</summary>
/// <param name="Choices">Offered in a list; empty for none.</param>
/// <param name="AllowsOther">Something else than the choices may be typed.</param>
public sealed record TemplateColumn(
    string Heading,
    double Width,
    TemplateCell Cell,
    IReadOnlyList<string> Choices,
    bool AllowsOther = true
);

/// <summary>An empty list to be filled in, as .xlsx: with lists to choose from, and cells that change nothing that is typed.</summary>
public static class SheetTemplate
{
    internal const uint DayFormat = 164;

    private const uint TextFormat = 49,
        HeadingStyle = 1,
        TextStyle = 2,
        DayStyle = 3;

    private const int LastLine = 20_000;

    private const string ChoicesName = "Danh mục";

    public static void Write(Stream target, string name, IReadOnlyList<TemplateColumn> columns)
    {
        using var book = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        var workbook = book.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var list = workbook.AddNewPart<WorksheetPart>();
        list.Worksheet = new Worksheet(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            ),
            new Columns(columns.Select(Column)),
            new SheetData(
                new Row(columns.Select((column, i) => SheetMarker.InlineText(SheetMarker.CellName(i, 1), column.Heading, HeadingStyle)))
                {
                    RowIndex = 1,
                }
            )
        );
        var validations = columns.Select(Validation).OfType<DataValidation>().ToList();
        if (validations.Count > 0)
            list.Worksheet.Append(new DataValidations(validations) { Count = (uint)validations.Count });
        var choices = workbook.AddNewPart<WorksheetPart>();
        choices.Worksheet = new Worksheet(Choices(columns));
        workbook.Workbook = new Workbook(
            new Sheets(
                Sheet(workbook.GetIdOfPart(list), 1, name, SheetStateValues.Visible),
                Sheet(workbook.GetIdOfPart(choices), 2, ChoicesName, SheetStateValues.Hidden)
            )
        );
    }

    private static Sheet Sheet(string id, uint number, string name, SheetStateValues state) =>
        new()
        {
            Id = id,
            SheetId = number,
            Name = name,
            State = state,
        };

    private static Column Column(TemplateColumn column, int i) =>
        new()
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = column.Width,
            CustomWidth = true,
            Style = column.Cell == TemplateCell.Day ? DayStyle : TextStyle,
        };

    /// <summary>The choices of a column stand in the column of the same place on the second sheet.</summary>
    private static DataValidation? Validation(TemplateColumn column, int i)
    {
        if (column.Choices.Count == 0)
            return null;
        var letter = SheetMarker.CellName(i, 1)[..^1];
        return new()
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = !column.AllowsOther,
            ErrorTitle = column.Heading,
            Error = "Hãy chọn trong danh sách.",
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{letter}2:{letter}{LastLine}" },
            Formula1 = new Formula1($"'{ChoicesName}'!${letter}$1:${letter}${column.Choices.Count}"),
        };
    }

    private static SheetData Choices(IReadOnlyList<TemplateColumn> columns) =>
        new(
            Enumerable
                .Range(0, columns.Max(column => column.Choices.Count))
                .Select(line => new Row(
                    columns
                        .Select((column, i) => (column.Choices, i))
                        .Where(c => line < c.Choices.Count)
                        .Select(c => SheetMarker.InlineText(SheetMarker.CellName(c.i, line + 1), c.Choices[line], 0))
                )
                {
                    RowIndex = (uint)line + 1,
                })
        );

    private static Stylesheet Styles()
    {
        var sheet = MarkStyles.Plain();
        sheet.CellFormats!.Append(
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = DayFormat, ApplyNumberFormat = true }
        );
        return sheet;
    }
}
