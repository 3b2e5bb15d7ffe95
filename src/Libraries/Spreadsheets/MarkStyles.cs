using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DoanKet.Spreadsheets;

/// <summary>The looks of a workbook, and each of them with the colour of a mark.</summary>
internal sealed class MarkStyles
{
    private readonly Stylesheet _sheet;
    private readonly Dictionary<(uint, MarkKind), uint> _marked = [];
    private readonly Dictionary<MarkKind, uint> _fills = [];

    public MarkStyles(WorkbookPart workbook)
    {
        var part = workbook.WorkbookStylesPart ?? workbook.AddNewPart<WorkbookStylesPart>();
        _sheet = part.Stylesheet ??= Plain();
        _sheet.Fills ??= new Fills(new Fill(), new Fill());
        _sheet.CellFormats ??= new CellFormats(new CellFormat());
    }

    /// <summary>The look of a cell with the colour of the mark.</summary>
    public uint Of(uint style, MarkKind kind)
    {
        if (_marked.TryGetValue((style, kind), out var known))
            return known;
        var formats = _sheet.CellFormats!;
        var before = formats.Elements<CellFormat>().ElementAtOrDefault((int)style) ?? new CellFormat();
        var after = (CellFormat)before.CloneNode(true);
        (after.FillId, after.ApplyFill) = (FillOf(kind), true);
        formats.Append(after);
        formats.Count = (uint)formats.Elements<CellFormat>().Count();
        return _marked[(style, kind)] = formats.Count.Value - 1;
    }

    private uint FillOf(MarkKind kind)
    {
        if (_fills.TryGetValue(kind, out var known))
            return known;
        var colour = kind == MarkKind.Problem ? "FFF8CBCB" : "FFFFF2CC";
        var fills = _sheet.Fills!;
        fills.Append(new Fill(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid }));
        fills.Count = (uint)fills.Elements<Fill>().Count();
        return _fills[kind] = fills.Count.Value - 1;
    }

    /// <summary>The least that Excel opens: the first two fills are its own.</summary>
    internal static Stylesheet Plain() =>
        new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = SheetTemplate.DayFormat, FormatCode = "dd/mm/yyyy" }),
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat())
        );
}
