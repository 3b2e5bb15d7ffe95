using System.Globalization;
using System.Net;
using System.Text;

namespace DoanKet.Testing.Letters;

/// <summary>A letter as a web page that a browser prints on A4.</summary>
public static class LetterHtml
{
    public static string Write(Letter letter, LetterLayout layout)
    {
        var html = new StringBuilder(
            """
            <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>.</title><style>
            @page { size: A4; margin: 20mm 15mm 20mm 30mm }
            body { font-family: "Liberation Serif", serif; margin: 0 }
            p { margin: 0 0 4pt } td { vertical-align: top; padding: 0 4pt } table.pair { width: 100%; table-layout: fixed }
            .rule::after { content: ""; display: block; width: 34%; margin: 2pt auto; border-top: 1pt solid }
            .columns { column-count: 2 } table.grid { border-collapse: collapse; width: 100% } .grid td { border: 1pt solid }
            </style></head><body>
            """
        );
        foreach (var block in LetterSetter.Set(letter, layout))
            Write(html, block, layout);
        return html.Append("</body></html>").ToString();
    }

    private static void Write(StringBuilder html, LetterBlock block, LetterLayout layout)
    {
        switch (block)
        {
            case LinesBlock lines:
                html.Append(lines.TwoColumns ? "<div class=\"columns\">" : "<div>");
                Lines(html, lines.Lines, layout);
                html.Append("</div>");
                break;
            case PairBlock pair:
                html.Append(CultureInfo.InvariantCulture, $"<table class=\"pair\"><col width=\"{pair.LeftShare}%\">");
                foreach (var (left, right) in pair.Rows)
                {
                    html.Append("<tr><td>");
                    Lines(html, left, layout);
                    html.Append("</td><td>");
                    Lines(html, right, layout);
                    html.Append("</td></tr>");
                }
                html.Append("</table>");
                break;
            case GridBlock grid:
                html.Append("<table class=\"grid\">");
                foreach (var row in grid.Rows)
                    html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Text(cell, layout)}</td>")).Append("</tr>");
                html.Append("</table>");
                break;
            case NewPageBlock:
                html.Append("<div style=\"break-before: page\"></div>");
                break;
        }
    }

    private static void Lines(StringBuilder html, IEnumerable<LetterLine> lines, LetterLayout layout)
    {
        foreach (var line in lines)
        {
            var align = line.Side switch
            {
                Side.Left => "left",
                Side.Right => "right",
                Side.Both => "justify",
                _ => "center",
            };
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"text-align:{align};font-size:{line.Size}pt;text-indent:{line.Indent}pt;")
                .Append(line.Bold ? "font-weight:bold;" : "")
                .Append(line.Italic ? "font-style:italic" : "")
                .Append(line.Rule ? "\" class=\"rule\">" : "\">")
                .Append(line.Text.Length == 0 ? "&nbsp;" : Text(line.Text, layout))
                .Append("</p>");
        }
    }

    /// <summary>The room that is left for a number keeps its width.</summary>
    private static string Text(string text, LetterLayout layout) =>
        WebUtility.HtmlEncode(layout.Encode(text)).Replace("  ", "&nbsp; ", StringComparison.Ordinal);
}
