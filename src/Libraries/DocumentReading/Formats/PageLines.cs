using System.Text;
using UglyToad.PdfPig.Content;

namespace DoanKet.DocumentReading.Formats;

/// <summary>Puts the words of a page back into the lines that a reader sees.</summary>
internal static class PageLines
{
    private sealed record Placed(string Text, double Left, double Right, double Baseline, double Size);

    public static string From(IEnumerable<Word> words)
    {
        var placed = words
            .Where(w =>
                w.Letters.Count > 0
                && !string.IsNullOrWhiteSpace(w.Text)
                && w.TextOrientation is TextOrientation.Horizontal or TextOrientation.Other
            )
            .Select(w => new Placed(
                w.Text,
                w.BoundingBox.Left,
                w.BoundingBox.Right,
                w.Letters[0].StartBaseLine.Y,
                Math.Clamp(w.Letters[0].PointSize, 4, 40)
            ))
            .OrderByDescending(w => w.Baseline)
            .ThenBy(w => w.Left);
        var (text, line) = (new StringBuilder(), new List<Placed>());
        foreach (var word in placed)
        {
            // Raised marks and the two columns of the heading stand a little off each other's baseline.
            if (line.Count > 0 && line[0].Baseline - word.Baseline > 0.4 * Math.Max(line[0].Size, word.Size))
            {
                Write(text, line);
                if (line[0].Baseline - word.Baseline > 2.2 * line[0].Size)
                    text.Append('\n');
                line.Clear();
            }
            line.Add(word);
        }
        Write(text, line);
        return text.ToString();
    }

    private static void Write(StringBuilder text, List<Placed> line)
    {
        Placed? before = null;
        foreach (var word in line.OrderBy(w => w.Left))
        {
            if (before is not null)
                text.Append(' ', Spaces(word.Left - before.Right, Math.Min(word.Size, before.Size) / 4));
            text.Append(word.Text);
            before = word;
        }
        text.Append('\n');
    }

    /// <summary>A justified line stretches its spaces, but rarely to four; wider is the gap between columns.</summary>
    private static int Spaces(double gap, double space) => gap / space is > 4 and var wide ? (int)Math.Min(wide, 30) : 1;
}
