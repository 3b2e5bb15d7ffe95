namespace DoanKet.OfficialFormat.Parts;

/// <summary>A run of words standing together on a line: one column of the header, or a whole line of the body. Several that belong
/// together make one again.</summary>
/// <param name="Text">Trimmed, with single spaces.</param>
/// <param name="Spans">Where it stands in the sheet's text.</param>
/// <param name="Line">Index of its first line.</param>
/// <param name="Column">Characters of its line before it: how far the first words of a line are set in.</param>
internal sealed record Segment(string Text, IReadOnlyList<TextSpan> Spans, int Line, int Column)
{
    /// <summary>All letters are capitals.</summary>
    internal bool Capitals => Text.Count(char.IsLetter) >= 2 && !Text.Any(char.IsLower);

    internal bool StartsItem => Text[0] is '-' or '–' or '+';

    internal bool Starts(string word) => Text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    internal Segment And(Segment next) => this with { Text = $"{Text} {next.Text}", Spans = [.. Spans, .. next.Spans] };

    internal Reading<T> As<T>(T value, Confidence confidence) =>
        new(value, Text.Length > 200 ? Text[..200] : Text, Spans[0].Offset, confidence) { Spans = Spans };
}

/// <summary>A line of text: its segments from left to right.</summary>
/// <param name="Rule">Nothing but a drawn rule (____) or the Party's star.</param>
internal sealed record TextLine(IReadOnlyList<Segment> Segments, bool Rule)
{
    internal bool Blank => Segments.Count == 0;
}
