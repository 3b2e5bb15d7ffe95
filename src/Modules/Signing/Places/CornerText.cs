using System.Globalization;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Places;

/// <summary>
/// What is seen of the unit's signature on electronic copies and on appendices in files of their own: words and time, upright and black, of
/// size 10, at the top right of the first page (Nghị định 30/2020/NĐ-CP, phụ lục I, phần I, III.1.d and phần II, I.3).
/// </summary>
internal static class CornerText
{
    private const double Size = 10;

    /// <summary>Points from the side of the page: half an inch, for printers.</summary>
    private const double Margin = 36;

    /// <summary>Points from the top: the text of a document begins 20 to 25 mm below it.</summary>
    private const double Top = 14;

    /// <summary>How much of the page's width the block takes at most.</summary>
    private const double Share = 0.45;

    /// <param name="words">Each begins a line: "SAO Y" and the unit on a copy; number and symbol of the document on an appendix.</param>
    /// <returns>Null where the page is too small: the file is signed without words that are seen.</returns>
    public static SignatureLook? Draw(PdfSource file, IEnumerable<string> words, DateTimeOffset time)
    {
        if (PdfPages.SizeOf(file, 1) is not { } page)
            return null;
        List<string> lines = [.. words.SelectMany(line => Wrap(line, page.Width * Share))];
        // Day, time and zone as ISO 8601 has them.
        lines.Add(time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        var text = new SignatureText(PaperText.Font, lines, Size);
        var (width, height) = text.Measure();
        return width > page.Width - 2 * Margin || height > page.Height - 2 * Top
            ? null
            : new(1, new(page.Width - Margin - width, page.Height - Top - height, width, height), Text: text);
    }

    private static IEnumerable<string> Wrap(string text, double width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && PaperText.Font.WidthOf(longer, Size) > width)
            {
                yield return line;
                longer = word;
            }
            line = longer;
        }
        yield return line;
    }
}
