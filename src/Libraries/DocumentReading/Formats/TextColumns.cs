namespace DoanKet.DocumentReading.Formats;

/// <summary>
/// Finds text that runs in two columns and puts the left one before the right one. The header and the signatures of an official document
/// stand side by side as well, but are set in the middle of their columns: they stay as they are.
/// </summary>
internal static class TextColumns
{
    /// <summary>Fewer lines side by side are a table or a list.</summary>
    private const int LeastLines = 6;

    /// <summary>Characters: the columns of tables are mostly shorter.</summary>
    private const int LeastLength = 25;

    /// <summary>Between columns, in heights of letters. A justified line has as wide ones, but not at the same place each time.</summary>
    private const double LeastGap = 0.7;

    /// <summary>Points by which the beginnings of the lines of a column differ.</summary>
    private const double Slack = 2;

    public static IReadOnlyList<Line> InOrder(IReadOnlyList<Line> lines)
    {
        var begins = lines.Select(BeginsAfterGaps).ToList();
        if (Edge([.. begins.SelectMany(b => b)]) is not { } edge)
            return lines;
        var aligned = begins.Select(line => line.Any(left => Math.Abs(left - edge) <= Slack)).ToList();
        var (first, last) = (aligned.IndexOf(true), aligned.LastIndexOf(true));
        var parted = lines.Skip(first).Take(last - first + 1).Select(line => Part(line, edge - Slack)).ToList();
        if (parted.Any(p => p.Crosses) || !IsText(parted.Select(p => p.Left)) || !IsText(parted.Select(p => p.Right)))
            return lines;
        return
        [
            .. lines.Take(first),
            .. parted.Select(p => p.Left).OfType<Line>(),
            .. parted.Select(p => p.Right).OfType<Line>(),
            .. lines.Skip(last + 1),
        ];
    }

    /// <summary>Where most of the second parts of lines begin.</summary>
    private static double? Edge(List<double> begins)
    {
        begins.Sort();
        var (most, edge) = (0, 0.0);
        for (int first = 0, last = 0; last < begins.Count; last++)
        {
            while (begins[last] - begins[first] > 2 * Slack)
                first++;
            if (last - first + 1 > most)
                (most, edge) = (last - first + 1, (begins[first] + begins[last]) / 2);
        }
        return most >= LeastLines ? edge : null;
    }

    private static List<double> BeginsAfterGaps(Line line) =>
        [
            .. line
                .Words.Zip(line.Words.Skip(1))
                .Where(pair => pair.Second.Left - pair.First.Right > LeastGap * Math.Min(pair.First.Size, pair.Second.Size))
                .Select(pair => pair.Second.Left),
        ];

    private static (Line? Left, Line? Right, bool Crosses) Part(Line line, double edge)
    {
        var (left, right) = (line.Words.FindAll(w => w.Left < edge), line.Words.FindAll(w => w.Left >= edge));
        return (Of(left), Of(right), left.Exists(w => w.Right > edge));

        static Line? Of(List<Placed> words) => words.Count == 0 ? null : new(words[0], words);
    }

    private static bool IsText(IEnumerable<Line?> column)
    {
        var lines = column.OfType<Line>().Select(line => line.Length).Order().ToList();
        return lines.Count >= LeastLines && lines[lines.Count / 2] >= LeastLength;
    }
}
