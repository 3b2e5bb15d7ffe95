using System.Text;
using DoanKet.VietnameseText;
using UglyToad.PdfPig.Content;

namespace DoanKet.DocumentReading.Formats;

/// <summary>Puts the words of a page back into the lines that a reader sees.</summary>
internal sealed class PageLines
{
    /// <summary>Points for which a line that begins further right gets a space.</summary>
    private const double IndentWidth = 5;

    private readonly StringBuilder _text = new();
    private readonly List<TextPlace> _places = [];
    private readonly (int Number, double Height) _page;

    private double _margin;

    private PageLines(int number, double height) => _page = (number, height);

    public static (string Text, IReadOnlyList<TextPlace> Places) From(Page page, FormWords form, ref OldEncoding? writtenIn)
    {
        var words = page.GetWords()
            .Where(w => w.Letters.Count > 0 && w.TextOrientation is TextOrientation.Horizontal or TextOrientation.Other)
            .ToList();
        // A page with little on it is written as the pages before it.
        var all = string.Join(' ', words.Select(w => w.Text));
        writtenIn = OldEncodings.Detect(all) ?? writtenIn;
        var old = OldEncodings.IsUnicode(all) ? null : writtenIn;
        var placed = words
            .Select(w => new Placed(
                Gathered.Clean(Decoded(w, old)),
                w.BoundingBox.Left,
                w.BoundingBox.Right,
                w.Letters[0].StartBaseLine.Y,
                Math.Clamp(w.Letters[0].PointSize, 4, 40)
            ))
            .Concat(form.On(page))
            .Where(w => !string.IsNullOrWhiteSpace(w.Text))
            .OrderByDescending(w => w.Baseline)
            .ThenBy(w => w.Left)
            .ToList();
        var lines = new PageLines(page.Number, page.Height);
        lines._margin = placed.Select(w => w.Left).DefaultIfEmpty().Min();
        lines.Write(TextColumns.InOrder(Lines(placed)));
        return (lines._text.ToString(), lines._places);
    }

    /// <summary>What the word's font says counts; of a font that says nothing, what the page looks like.</summary>
    private static string Decoded(Word word, OldEncoding? old) =>
        OldEncodings.OfFont(word.FontName) is { } font ? OldEncodings.Decode(word.Text, font.Encoding, font.Capitals)
        : old is { } encoding ? OldEncodings.Decode(word.Text, encoding)
        : word.Text;

    private static List<Line> Lines(IEnumerable<Placed> words)
    {
        var lines = new List<Line>();
        foreach (var word in words)
        {
            // Raised marks and the two columns of the heading stand a little off each other's baseline.
            if (lines.Count == 0 || lines[^1].First.Baseline - word.Baseline > 0.4 * Math.Max(lines[^1].First.Size, word.Size))
                lines.Add(new(word, []));
            lines[^1].Words.Add(word);
        }
        lines.ForEach(line => line.Words.Sort((one, other) => one.Left.CompareTo(other.Left)));
        return lines;
    }

    private void Write(IEnumerable<Line> lines)
    {
        Placed? above = null;
        foreach (var line in lines)
        {
            if (above is not null && above.Baseline - line.First.Baseline > 2.2 * above.Size)
                _text.Append('\n');
            Write(line.Words);
            above = line.First;
        }
    }

    private void Write(List<Placed> line)
    {
        Placed? before = null;
        foreach (var word in line)
        {
            var spaces = before is null
                ? (int)((word.Left - _margin) / IndentWidth)
                : Spaces(word.Left - before.Right, Math.Min(word.Size, before.Size) / 4);
            _text.Append(' ', spaces).Append(word.Text);
            Place(word, joins: before is not null && spaces == 1);
            before = word;
        }
        _text.Append('\n');
    }

    /// <summary>Notes where the word that was written last stands: with the one before it when one space parts them.</summary>
    private void Place(Placed word, bool joins)
    {
        var (offset, height) = (_text.Length - word.Text.Length, 1.2 * word.Size);
        var place = new TextPlace(
            offset,
            word.Text.Length,
            _page.Number,
            word.Left,
            _page.Height - word.Baseline - 0.9 * word.Size,
            word.Right - word.Left,
            height
        );
        if (joins)
            _places[^1] = _places[^1].Around(place);
        else
            _places.Add(place);
    }

    /// <summary>A justified line stretches its spaces, but rarely to four; wider is the gap between columns.</summary>
    private static int Spaces(double gap, double space) => gap / space is > 4 and var wide ? (int)Math.Min(wide, 30) : 1;
}

/// <summary>A word and where it stands, in points from the lower left corner of the page.</summary>
internal sealed record Placed(string Text, double Left, double Right, double Baseline, double Size);

/// <summary>Words that stand on one line, from left to right.</summary>
/// <param name="First">The one that stands highest.</param>
internal sealed record Line(Placed First, List<Placed> Words)
{
    public int Length => Words.Sum(w => w.Text.Length + 1);
}
