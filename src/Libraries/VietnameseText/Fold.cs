using System.Globalization;

namespace DoanKet.VietnameseText;

/// <summary>Folding of Vietnamese text for search: what people type without tone marks finds what was written with them.</summary>
public static class Fold
{
    private const char Nothing = '\0',
        Gap = ' ';

    /// <summary>Letters of other Latin languages, for names of firms and guests.</summary>
    private const string Foreign = "äåāąćčçďëēęěğïīįłñńňöøōőřśšşťüūůűÿźžż",
        ForeignPlain = "aaaacccdeeeegiiilnnnoooorssstuuuuyzzz";

    /// <summary>What each character up to the end of the Latin letters (U+1EFF) folds to.</summary>
    private static readonly char[] Table = [.. Enumerable.Range(0, 0x1F00).Select(c => FoldOne((char)c))];

    /// <summary>Lower case, without tone marks, đ as d, other characters as single spaces, in any Unicode form.</summary>
    public static string Text(string? text) => Run(text, spaced: true);

    /// <summary>As <see cref="Text"/> but without spaces: 18/HD-LĐLĐ and "18 hd ldld" are both 18hdldld.</summary>
    public static string Compact(string? text) => Run(text, spaced: false);

    /// <summary>The words of the folded text.</summary>
    public static string[] Words(string? text) => Text(text).Split(Gap, StringSplitOptions.RemoveEmptyEntries);

    internal static char Letter(char c) => c < Table.Length ? Table[c] : FoldOne(c);

    private static string Run(string? text, bool spaced)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var buffer = text.Length <= 256 ? stackalloc char[256] : new char[text.Length];
        var length = 0;
        var gap = false;
        foreach (var c in text)
        {
            var folded = Letter(c);
            if (folded == Gap)
            {
                gap = true;
            }
            else if (folded != Nothing)
            {
                // A gap is written only before a letter that has one before it, so the result is always trimmed.
                if (gap && spaced && length > 0)
                    buffer[length++] = Gap;
                buffer[length++] = folded;
                gap = false;
            }
        }

        return new string(buffer[..length]);
    }

    private static char FoldOne(char c)
    {
        var lower = char.ToLowerInvariant(Normalise.D(c));
        if (VietnameseLetters.TryTakeTone(lower, out var vowel, out _) || lower == 'đ')
            return VietnameseLetters.Plain(vowel);
        if (Foreign.IndexOf(lower) is >= 0 and var at)
            return ForeignPlain[at];
        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format => Nothing,
            _ => char.IsLetterOrDigit(lower) ? lower : Gap,
        };
    }
}
