using System.Text;
using SkiaSharp;

namespace DoanKet.PaperForms;

/// <summary>Breaks a text into lines that fit a width.</summary>
internal static class Lines
{
    /// <param name="indent">Room that the first line of each paragraph leaves free.</param>
    public static List<string> Of(string text, SKFont font, float width, float indent = 0)
    {
        List<string> lines = [];
        foreach (var paragraph in text.Normalize(NormalizationForm.FormC).Split('\n'))
            Wrap(paragraph, font, width, indent, lines);
        return lines;
    }

    private static void Wrap(string paragraph, SKFont font, float full, float indent, List<string> lines)
    {
        var (line, first) = ("", lines.Count);
        foreach (var word in paragraph.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var width = lines.Count == first ? full - indent : full;
            var longer = line.Length == 0 ? word : line + " " + word;
            if (font.MeasureText(longer) <= width)
            {
                line = longer;
                continue;
            }
            if (line.Length > 0)
                lines.Add(line);
            line = Cut(word, font, width, lines);
        }
        lines.Add(line);
    }

    /// <summary>A word wider than the column is cut where the line ends; gives what is left of it.</summary>
    private static string Cut(string word, SKFont font, float width, List<string> lines)
    {
        while (font.MeasureText(word) > width && word.Length > 1)
        {
            var take = word.Length - 1;
            while (take > 1 && font.MeasureText(word.AsSpan(0, take)) > width)
                take--;
            if (take > 1 && char.IsHighSurrogate(word[take - 1]))
                take--;
            // Best after a mark: "1.204/HD-" and "LĐLĐ".
            if (word.AsSpan(0, take).LastIndexOfAny('/', '-') is > 0 and var mark)
                take = mark + 1;
            lines.Add(word[..take]);
            word = word[take..];
        }
        return word;
    }
}
