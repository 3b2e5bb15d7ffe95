using System.Text;

namespace DoanKet.DocumentReading.Formats;

/// <summary>Text up to a limit, without characters that no database and no page can show.</summary>
internal sealed class Gathered(int limit)
{
    private readonly StringBuilder _text = new();

    public int Length => _text.Length;

    public bool IsFull => _text.Length >= limit;

    public Gathered Add(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsFull)
                break;
            // A lone half of a pair arrives as U+FFFD; PostgreSQL refuses NUL.
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
                _text.Append(rune);
            else if (rune.Value is '\f' or '\v')
                _text.Append('\n');
        }
        return this;
    }

    /// <summary>The text without such characters and composed, as it comes out again.</summary>
    public static string Clean(string text) => new Gathered(int.MaxValue).Add(text).ToString();

    public override string ToString() => _text.ToString().Normalize(NormalizationForm.FormC);

    /// <summary>Where a format knows no pages: its beginning and its end, cut between lines.</summary>
    public static string Ends(string text, int limit)
    {
        var half = Math.Min(limit / 2, 6000);
        if (text.Length <= 2 * half)
            return text;
        var first = text.LastIndexOf('\n', half) is > 0 and var cut ? cut : half;
        var last = text.IndexOf('\n', text.Length - half) is >= 0 and var from ? from : text.Length - half;
        return string.Concat(text.AsSpan(0, first), "\n", text.AsSpan(last));
    }

    public static ReadResult Result(string text, string heading, int? pages) =>
        new(string.IsNullOrWhiteSpace(text) ? ReadStatus.NoText : ReadStatus.Read)
        {
            Text = text,
            Heading = heading,
            Pages = pages,
        };
}
