using System.Text;
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

    private sealed record Placed(string Text, double Left, double Right, double Baseline, double Size);

    public static (string Text, IReadOnlyList<TextPlace> Places) From(Page page)
    {
        var placed = page.GetWords()
            .Where(w => w.Letters.Count > 0 && w.TextOrientation is TextOrientation.Horizontal or TextOrientation.Other)
            .Select(w => new Placed(
                Gathered.Clean(w.Text),
                w.BoundingBox.Left,
                w.BoundingBox.Right,
                w.Letters[0].StartBaseLine.Y,
                Math.Clamp(w.Letters[0].PointSize, 4, 40)
            ))
            .Where(w => !string.IsNullOrWhiteSpace(w.Text))
            .OrderByDescending(w => w.Baseline)
            .ThenBy(w => w.Left)
            .ToList();
        var lines = new PageLines(page.Number, page.Height);
        lines._margin = placed.Select(w => w.Left).DefaultIfEmpty().Min();
        lines.Gather(placed);
        return (lines._text.ToString(), lines._places);
    }

    private void Gather(IEnumerable<Placed> words)
    {
        var line = new List<Placed>();
        foreach (var word in words)
        {
            // Raised marks and the two columns of the heading stand a little off each other's baseline.
            if (line.Count > 0 && line[0].Baseline - word.Baseline > 0.4 * Math.Max(line[0].Size, word.Size))
            {
                Write(line);
                if (line[0].Baseline - word.Baseline > 2.2 * line[0].Size)
                    _text.Append('\n');
                line.Clear();
            }
            line.Add(word);
        }
        Write(line);
    }

    private void Write(List<Placed> line)
    {
        Placed? before = null;
        foreach (var word in line.OrderBy(w => w.Left))
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
