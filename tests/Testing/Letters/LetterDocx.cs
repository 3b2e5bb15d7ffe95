using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace DoanKet.Testing.Letters;

/// <summary>A letter as a Word file.</summary>
public static class LetterDocx
{
    /// <summary>Twentieths of a point between the margins of A4.</summary>
    private const int TextWidth = 9350;

    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Types = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Override PartName="/word/document.xml"
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
        </Types>
        """;

    private const string Relationships = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="r1" Target="word/document.xml"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
        </Relationships>
        """;

    public static byte[] Write(Letter letter, LetterLayout layout)
    {
        var body = new StringBuilder();
        foreach (var block in LetterSetter.Set(letter, layout))
            Write(body, block, layout);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", Types);
            Part(zip, "_rels/.rels", Relationships);
            Part(zip, "word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{body}{Sheet("nextPage", 1)}</w:body></w:document>");
        }
        return file.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), Encoding.UTF8);
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + xml);
    }

    private static string Sheet(string type, int columns) =>
        $"""
            <w:sectPr><w:type w:val="{type}"/><w:pgSz w:w="11906" w:h="16838"/>
            <w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/><w:cols w:num="{columns}" w:space="400"/></w:sectPr>
            """;

    private static void Write(StringBuilder xml, LetterBlock block, LetterLayout layout)
    {
        switch (block)
        {
            case LinesBlock { TwoColumns: true } lines:
                // What stood above ends its own section, so that only these lines run in columns.
                xml.Append("<w:p><w:pPr>").Append(Sheet("continuous", 1)).Append("</w:pPr></w:p>");
                Lines(xml, lines.Lines, layout);
                xml.Append("<w:p><w:pPr>").Append(Sheet("continuous", 2)).Append("</w:pPr></w:p>");
                break;
            case LinesBlock lines:
                Lines(xml, lines.Lines, layout);
                break;
            case PairBlock pair:
                var left = TextWidth * pair.LeftShare / 100;
                xml.Append(CultureInfo.InvariantCulture, $"<w:tbl><w:tblPr><w:tblW w:w=\"{TextWidth}\" w:type=\"dxa\"/>")
                    .Append(
                        CultureInfo.InvariantCulture,
                        $"<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"{left}\"/>"
                    )
                    .Append(CultureInfo.InvariantCulture, $"<w:gridCol w:w=\"{TextWidth - left}\"/></w:tblGrid>");
                foreach (var (one, other) in pair.Rows)
                {
                    xml.Append("<w:tr>");
                    Cell(xml, left, one, layout);
                    Cell(xml, TextWidth - left, other, layout);
                    xml.Append("</w:tr>");
                }
                xml.Append("</w:tbl>");
                break;
            case GridBlock grid:
                xml.Append(
                    "<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val=\"single\"/><w:insideV w:val=\"single\"/></w:tblBorders></w:tblPr>"
                );
                foreach (var row in grid.Rows)
                {
                    xml.Append("<w:tr>");
                    foreach (var cell in row)
                        Cell(xml, TextWidth / row.Count, [new(cell)], layout);
                    xml.Append("</w:tr>");
                }
                xml.Append("</w:tbl>");
                break;
            case NewPageBlock:
                xml.Append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
                break;
        }
    }

    private static void Cell(StringBuilder xml, int width, IReadOnlyList<LetterLine> lines, LetterLayout layout)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
        Lines(xml, lines, layout);
        xml.Append("</w:tc>");
    }

    private static void Lines(StringBuilder xml, IEnumerable<LetterLine> lines, LetterLayout layout)
    {
        foreach (var line in lines)
        {
            var align = line.Side switch
            {
                Side.Left => "left",
                Side.Right => "right",
                Side.Both => "both",
                _ => "center",
            };
            xml.Append("<w:p><w:pPr>")
                .Append(line.Rule ? "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\"/></w:pBdr>" : "")
                .Append(CultureInfo.InvariantCulture, $"<w:spacing w:after=\"80\"/><w:ind w:firstLine=\"{(int)(line.Indent * 20)}\"/>")
                .Append(CultureInfo.InvariantCulture, $"<w:jc w:val=\"{align}\"/></w:pPr><w:r><w:rPr>")
                .Append(CultureInfo.InvariantCulture, $"<w:rFonts w:ascii=\"{layout.Font(line)}\" w:hAnsi=\"{layout.Font(line)}\"/>")
                .Append(line.Bold ? "<w:b/>" : "")
                .Append(line.Italic ? "<w:i/>" : "")
                .Append(CultureInfo.InvariantCulture, $"<w:sz w:val=\"{(int)(line.Size * 2)}\"/></w:rPr>")
                .Append("<w:t xml:space=\"preserve\">")
                .Append(SecurityElement.Escape(layout.Encode(line.Text)))
                .Append("</w:t></w:r></w:p>");
        }
    }
}
