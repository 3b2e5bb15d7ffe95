using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DoanKet.PaperForms;

/// <summary>
/// An official document as a Word file (.docx) to be written on, laid out as the decree asks (Nghị định 30/2020/NĐ-CP, phụ lục I): A4,
/// its margins, Times New Roman, page numbers in the middle above from the second page on.
/// </summary>
public static class WordLetter
{
    /// <summary>Twentieths of a point: left and right column of heading and signature.</summary>
    private const int Left = 3700,
        Right = 5655;

    public static byte[] Write(LetterPaper letter)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new(Line("center", PageNumber()));
            var body = new Body(Heading(letter));
            if (letter.Kind.Length > 0)
                body.Append(
                    Line("center", Bold(letter.Kind.ToUpperInvariant(), 14), above: 240),
                    Line("center", Bold(letter.Subject, 14)),
                    Rule(3200)
                );
            else
                body.Append(
                    Line("center", Words("Kính gửi: " + string.Join("; ", letter.Addressees.DefaultIfEmpty("……………")), 14), above: 240)
                );
            body.Append(letter.Paragraphs.Select(text => Text(text)));
            // Word wants a paragraph behind a table.
            body.Append(Signature(letter), new Paragraph(), Page(main.GetIdOfPart(header)));
            main.Document = new(body);
        }
        return file.ToArray();
    }

    private static Table Heading(LetterPaper letter)
    {
        List<OpenXmlElement> issuer = [Line("center", Bold(letter.Issuer.ToUpperInvariant(), 12)), Rule(1300)];
        if (letter.Superior.Length > 0)
            issuer.Insert(0, Line("center", Words(letter.Superior.ToUpperInvariant(), 12)));
        List<OpenXmlElement> number = [Line("center", Words(letter.Number, 13))];
        if (letter.Kind.Length == 0)
            number.Add(Line("center", Words(letter.Subject, 12)));
        return Columns(
            Row(
                issuer,
                [
                    Line("center", Bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12)),
                    Line("center", Bold("Độc lập - Tự do - Hạnh phúc", 13)),
                    Rule(1150),
                ]
            ),
            Row(number, [Line("center", Words(letter.PlaceAndDay, 14, new Italic()))])
        );
    }

    private static Table Signature(LetterPaper letter)
    {
        List<OpenXmlElement> recipients = [Line("left", Words("Nơi nhận:", 12, new Bold(), new Italic()))];
        recipients.AddRange(letter.Recipients.Select(name => Line("left", Words("- " + name, 11))));
        List<OpenXmlElement> signer = [.. letter.SignerPosition.Select(line => Line("center", Bold(line.ToUpperInvariant(), 14)))];
        signer.Add(Line("center", Bold(letter.SignerName, 14), above: 1700));
        return Columns(Row(recipients, signer));
    }

    private static Table Columns(params TableRow[] rows) =>
        new([
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{Left + Right}" },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableLayout { Type = TableLayoutValues.Fixed }
            ),
            new TableGrid(new GridColumn { Width = $"{Left}" }, new GridColumn { Width = $"{Right}" }),
            .. rows,
        ]);

    private static TableRow Row(IEnumerable<OpenXmlElement> left, IEnumerable<OpenXmlElement> right) =>
        new(Cell(Left, left), Cell(Right, right));

    private static TableCell Cell(int width, IEnumerable<OpenXmlElement> lines) =>
        new([new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = $"{width}" }), .. lines]);

    private static Paragraph Line(string alignment, OpenXmlElement words, int above = 0) =>
        new(
            new ParagraphProperties(
                new SpacingBetweenLines { Before = $"{above}", After = "0" },
                new Justification { Val = new JustificationValues(alignment) }
            ),
            words
        );

    /// <summary>A thin line under a heading.</summary>
    /// <param name="indent">From both sides, in twentieths of a point.</param>
    private static Paragraph Rule(int indent) =>
        new(
            new ParagraphProperties(
                new ParagraphBorders(
                    new TopBorder
                    {
                        Val = BorderValues.Single,
                        Size = 6,
                        Space = 1,
                    }
                ),
                new SpacingBetweenLines
                {
                    Before = "40",
                    After = "60",
                    Line = "120",
                    LineRule = LineSpacingRuleValues.Exact,
                },
                new Indentation { Left = $"{indent}", Right = $"{indent}" }
            )
        );

    private static Paragraph Text(string text) =>
        new(
            new ParagraphProperties(
                new SpacingBetweenLines
                {
                    Before = "120",
                    After = "0",
                    Line = "276",
                    LineRule = LineSpacingRuleValues.Auto,
                },
                new Indentation { FirstLine = "567" },
                new Justification { Val = JustificationValues.Both }
            ),
            Words(text, 14)
        );

    private static Run Bold(string text, int points) => Words(text, points, new Bold());

    private static Run Words(string text, int points, params OpenXmlElement[] looks) =>
        new(
            new RunProperties([.. looks, new FontSize { Val = $"{points * 2}" }]),
            new Text(text) { Space = SpaceProcessingModeValues.Preserve }
        );

    private static SimpleField PageNumber() => new(Words("2", 14)) { Instruction = "PAGE" };

    private static SectionProperties Page(string header) =>
        new(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin
            {
                Top = 1134,
                Bottom = 1134,
                Left = 1701,
                Right = 850,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            },
            // The first page bears no number.
            new TitlePage()
        );

    private static Styles Styles() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = "Times New Roman",
                            HighAnsi = "Times New Roman",
                            ComplexScript = "Times New Roman",
                            EastAsia = "Times New Roman",
                        },
                        new FontSize { Val = "28" },
                        new Languages { Val = "vi-VN" }
                    )
                )
            )
        );
}
