using System.Text;

namespace DoanKet.VietnameseText;

/// <summary>One way of writing each Vietnamese letter.</summary>
public static class Normalise
{
    /// <summary>
    /// Composes Vietnamese letters from their parts, in whatever order the marks come, and writes every look-alike of Đ as
    /// U+0110. Characters that belong to no Vietnamese letter stay as they are.
    /// </summary>
    public static string Nfc(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F');
        if (first < 0)
            return text;

        var composed = new StringBuilder(text.Length).Append(text, 0, first);
        foreach (var c in text.AsSpan(first))
        {
            if (composed.Length > 0 && VietnameseLetters.IsMark(c) && TryCompose(composed[^1], c, out var letter))
                composed[^1] = letter;
            else
                composed.Append(D(c));
        }

        return composed.ToString();
    }

    /// <summary>Eth (U+00D0) and African D (U+0189) look like Đ and come from old keyboards and fonts.</summary>
    internal static char D(char c) =>
        c switch
        {
            '\u00D0' or '\u0189' => '\u0110',
            '\u00F0' or '\u0256' => '\u0111',
            _ => c,
        };

    private static bool TryCompose(char last, char mark, out char letter)
    {
        var lower = char.ToLowerInvariant(last);
        if (!VietnameseLetters.TryAdd(lower, mark, out letter))
            return false;
        if (lower != last)
            letter = char.ToUpperInvariant(letter);
        return true;
    }
}
