using System.Collections.Frozen;

namespace DoanKet.VietnameseText;

/// <summary>
/// Vietnamese and English letters without tone marks and in lower case, everything else as it stands: the part of <see cref="Fold"/> that
/// a database can do too, letter by letter.
/// </summary>
public static class PlainLetters
{
    private static readonly (char Letter, char Plain)[] Pairs =
    [
        .. VietnameseLetters
            .All.SelectMany(letter => (char[])[letter, char.ToUpperInvariant(letter)])
            .Concat(Enumerable.Range('A', 26).Select(c => (char)c))
            .Distinct()
            .Select(letter => (letter, Fold.Letter(letter)))
            .Where(pair => pair.letter != pair.Item2),
    ];

    private static readonly FrozenDictionary<char, char> Plain = Pairs.ToFrozenDictionary(pair => pair.Letter, pair => pair.Plain);

    /// <summary>Letters that change, in NFC, and at the same places what they become.</summary>
    public static (string From, string To) Table { get; } =
        (string.Concat(Pairs.Select(pair => pair.Letter)), string.Concat(Pairs.Select(pair => pair.Plain)));

    /// <summary>Of "Tổ Hàn 2" it makes "to han 2".</summary>
    public static string Of(string text) =>
        string.Create(
            text.Length,
            text,
            (span, from) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = Plain.GetValueOrDefault(from[i], from[i]);
            }
        );
}
