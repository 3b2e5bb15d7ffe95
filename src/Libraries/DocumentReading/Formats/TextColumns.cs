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

    /// <summary>Points by which the beginnings of the lines of a column differ.</summary>
    private const double Slack = 2;

    public static IReadOnlyList<Line> InOrder(IReadOnlyList<Line> lines)
    {
        var begins = lines.Select(BeginOfRight).ToList();
        if (Edge(begins) is not { } edge)
            return lines;
        var aligned = begins.Select(begin => begin is { } left && Math.Abs(left - edge) <= Slack).ToList();
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
    private static double? Edge(IEnumerable<double?> begins)
    {
        var all = begins.OfType<double>().ToList();
        var edge = all.OrderByDescending(left => all.Count(other => Math.Abs(left - other) <= Slack)).FirstOrDefault();
        return all.Count(other => Math.Abs(edge - other) <= Slack) >= LeastLines ? edge : null;
    }

    private static double? BeginOfRight(Line line)
    {
        var gaps = line
            .Words.Zip(line.Words.Skip(1))
            .Where(pair => PageLines.Spaces(pair.Second.Left - pair.First.Right, Math.Min(pair.First.Size, pair.Second.Size) / 4) > 1)
            .ToList();
        return gaps.Count == 1 ? gaps[0].Second.Left : null;
    }

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
