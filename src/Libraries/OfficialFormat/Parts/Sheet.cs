using System.Text.RegularExpressions;

namespace DoanKet.OfficialFormat.Parts;

/// <summary>The text cut into lines and segments.</summary>
internal sealed class Sheet
{
    /// <summary>The header, the title and the first words of the body lie within so many lines that are not blank.</summary>
    private const int HeadLines = 45;

    private static readonly char[] Trimmed = [' ', '\t', '\r', '\u00A0', '*', '_', '|', '\u200B', '\uFEFF'];

    /// <summary>Headings and labels that stand apart from whatever the extractor put on the same line.</summary>
    private static readonly Regex Labels = new(
        @"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI(?:\s+CHỦ(?:\s+NGHĨA(?:\s+VIỆT(?:\s+NAM)?)?)?)?|ĐẢNG\s+CỘNG\s+SẢN(?:\s+VIỆT(?:\s+NAM)?)?"
            + @"|Độc\s+lập\s*[-–]\s*[Tt]ự\s+do(?:\s*[-–]\s*[Hh]ạnh(?:\s+phúc)?)?|N[ơƠ][iI]\s+(?:nhận|NHẬN)\s*:",
        RegexOptions.NonBacktracking
    );

    /// <summary>How quốc hiệu, the Party's heading and tiêu ngữ end, and so what stands on the next line when they are broken.</summary>
    private static readonly string[] HeadingEnds = ["CHỦ NGHĨA VIỆT NAM", "NGHĨA VIỆT NAM", "VIỆT NAM", "NAM", "Hạnh phúc", "phúc"];

    private static readonly Regex DayBegun = new(@", ngày(?: \d{1,2})?(?: tháng)?(?: \d{1,2})?(?: năm)?$", RegexOptions.NonBacktracking);
    private static readonly Regex DayEnds = new(@"^(?:\d{1,2} )?(?:tháng )?(?:\d{1,2} )?(?:năm )?\d{4}$", RegexOptions.NonBacktracking);
    private static readonly Regex Column = new(@"(?:[^\s\u00A0]|[ \u00A0]{1,2}[^\s\u00A0])+", RegexOptions.NonBacktracking);
    private static readonly Regex Spaces = new(@"[\s\u00A0]+", RegexOptions.NonBacktracking);

    internal Sheet(string text)
    {
        Text = text;
        var lines = new List<TextLine>();
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\f', '\v') is >= 0 and var length ? start + length : text.Length;
            var segments = Cut(start, end, lines.Count);
            if (segments.Count > 0 && lines.LastOrDefault(l => !l.Blank) is { } before)
            {
                DropRestOfHeading(before, segments);
                lines[before.Segments[0].Line] = JoinRestOfDay(before, segments);
            }
            lines.Add(new TextLine(segments, segments.Count == 0 && text.AsSpan(start, end - start).IndexOfAny('_', '*', '-') >= 0));
            start = end + 1;
        }

        Lines = lines;
        ParagraphIndent = IndentOf(lines);
        Head = [.. lines.Where(l => !l.Blank).Take(HeadLines).SelectMany(l => l.Segments)];
    }

    internal string Text { get; }

    internal IReadOnlyList<TextLine> Lines { get; }

    /// <summary>The segments of the first lines.</summary>
    internal IReadOnlyList<Segment> Head { get; }

    /// <summary>How far the first line of a paragraph is set in; 0 where the text does not show it.</summary>
    internal int ParagraphIndent { get; }

    internal IEnumerable<Segment> SegmentsBetween(int from, int to) =>
        Lines.Skip(Math.Max(from, 0)).Take(to - Math.Max(from, 0)).SelectMany(l => l.Segments);

    /// <summary>Quốc hiệu, tiêu ngữ or the Party's heading: true of every document and so telling nothing of this one.</summary>
    internal static bool IsHeading(Segment segment) =>
        Labels.Match(segment.Text) is { Success: true, Index: 0 } m && m.Length == segment.Text.Length;

    /// <summary>The most usual start of a long line that is followed by one at the margin.</summary>
    private static int IndentOf(List<TextLine> lines) =>
        lines
            .Zip(lines.Skip(1))
            .Where(pair => IsLong(pair.First) && !pair.Second.Blank && pair.Second.Segments[0].Column <= 1)
            .GroupBy(pair => pair.First.Segments[0].Column)
            .Where(group => group.Key > 1)
            .OrderByDescending(group => group.Count())
            .FirstOrDefault()
            ?.Key
        ?? 0;

    private static bool IsLong(TextLine line) => line.Segments is [{ Text.Length: > 40 }];

    /// <summary>A narrow column breaks the heading; what it has left stands rightmost on the next line, beside the body's name.</summary>
    private static void DropRestOfHeading(TextLine before, List<Segment> segments)
    {
        var heading = before.Segments[^1];
        if (!IsHeading(heading) || HeadingEnds.Any(end => heading.Text.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
            return;
        var last = segments[^1];
        if (HeadingEnds.FirstOrDefault(end => last.Text == end || last.Text.EndsWith(" " + end, StringComparison.Ordinal)) is not { } rest)
            return;
        segments.RemoveAt(segments.Count - 1);
        if (last.Text.Length > rest.Length)
            segments.Add(last with { Text = last.Text[..^rest.Length].TrimEnd() });
    }

    /// <summary>"…, ngày 05 tháng 3 năm", and the year rightmost on the next line.</summary>
    private static TextLine JoinRestOfDay(TextLine before, List<Segment> segments)
    {
        if (segments.Count == 0 || !DayBegun.IsMatch(before.Segments[^1].Text) || !DayEnds.IsMatch(segments[^1].Text))
            return before;
        var day = before.Segments[^1].And(segments[^1]);
        segments.RemoveAt(segments.Count - 1);
        return before with { Segments = [.. before.Segments.SkipLast(1), day] };
    }

    private List<Segment> Cut(int start, int end, int line)
    {
        var segments = new List<Segment>();
        for (var column = Column.Match(Text, start, end - start); column.Success; column = column.NextMatch())
        {
            var at = column.Index;
            var columnEnd = at + column.Length;
            for (var label = Labels.Match(Text, at, columnEnd - at); label.Success; label = label.NextMatch())
            {
                Add(segments, at, label.Index, line, start);
                Add(segments, label.Index, label.Index + label.Length, line, start);
                at = label.Index + label.Length;
            }

            Add(segments, at, columnEnd, line, start);
        }

        return segments;
    }

    private void Add(List<Segment> segments, int start, int end, int line, int lineStart)
    {
        var raw = Text.AsSpan(start, end - start);
        var offset = start + raw.Length - raw.TrimStart(Trimmed).Length;
        var text = Spaces.Replace(raw.Trim(Trimmed).ToString(), " ");
        if (text.Length == 0 || text.All(c => c is '-' or '–' or '_' or '.' or '…' or '=' or '*'))
            return;
        var next = new Segment(text, [new(offset, raw.Trim(Trimmed).Length)], line, offset - lineStart);
        if (segments.Count > 0 && BelongTogether(segments[^1].Text, text))
            segments[^1] = segments[^1].And(next);
        else
            segments.Add(next);
    }

    /// <summary>The room left to write a number or a day by hand is not the gap between two columns.</summary>
    private static bool BelongTogether(string left, string right) =>
        (Ends(left, "Số:", "Số", "V/v", "Kính gửi:") && !right.Contains(", ngày", StringComparison.Ordinal) && !char.IsLower(right[0]))
        || (
            Ends(left, "ngày", "tháng", "năm")
            && (
                char.IsAsciiDigit(right[0])
                || right.StartsWith("tháng", StringComparison.Ordinal)
                || right.StartsWith("năm", StringComparison.Ordinal)
            )
        )
        || Ends(left, "V/v", "Kính gửi:");

    private static bool Ends(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
