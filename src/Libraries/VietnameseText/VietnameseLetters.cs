using System.Collections.Frozen;

namespace DoanKet.VietnameseText;

/// <summary>
/// The Vietnamese vowels and the marks that build them. A table of its own, because a process with InvariantGlobalization
/// gets text back from <c>string.Normalize</c> unchanged.
/// </summary>
internal static class VietnameseLetters
{
    /// <summary>Each vowel with its tones in the order of the dictionary: ngang, huyền, hỏi, ngã, sắc, nặng.</summary>
    private static readonly string[] Vowels =
    [
        "aàảãáạ",
        "ăằẳẵắặ",
        "âầẩẫấậ",
        "eèẻẽéẹ",
        "êềểễếệ",
        "iìỉĩíị",
        "oòỏõóọ",
        "ôồổỗốộ",
        "ơờởỡớợ",
        "uùủũúụ",
        "ưừửữứự",
        "yỳỷỹýỵ",
    ];

    /// <summary>Each vowel with each tone, and đ; in lower case.</summary>
    internal static IEnumerable<char> All => Vowels.SelectMany(row => row).Append('đ');

    private const string ToneMarks = "\u0300\u0309\u0303\u0301\u0323";
    private const char Breve = '\u0306',
        Circumflex = '\u0302',
        Horn = '\u031B';

    private static readonly FrozenDictionary<char, (string Row, int Tone)> Places = Vowels
        .SelectMany(row => row.Select((letter, tone) => (letter, Place: (row, tone))))
        .ToFrozenDictionary(p => p.letter, p => p.Place);

    /// <summary>The vowel without its tone (ấ is â with tone 4), in lower case; false for every other character.</summary>
    internal static bool TryTakeTone(char lower, out char vowel, out int tone)
    {
        var found = Places.TryGetValue(lower, out var place);
        (vowel, tone) = found ? (place.Row[0], place.Tone) : (lower, 0);
        return found;
    }

    /// <summary>The vowel carrying one more mark; false when no Vietnamese letter is written so.</summary>
    internal static bool TryAdd(char lower, char mark, out char marked)
    {
        marked = lower;
        if (!Places.TryGetValue(lower, out var place))
            return false;

        var tone = ToneMarks.IndexOf(mark) + 1;
        if (tone > 0 && place.Tone == 0)
            marked = place.Row[tone];
        else if (Shaped(place.Row[0], mark) is { } vowel)
            marked = Places[vowel].Row[place.Tone];
        return marked != lower;
    }

    internal static bool IsMark(char c) => c is Breve or Circumflex or Horn || ToneMarks.Contains(c);

    /// <summary>The letter under its shape: ă and â are written over a. Other letters stand for themselves.</summary>
    internal static char Plain(char toneless) =>
        toneless switch
        {
            'ă' or 'â' => 'a',
            'đ' => 'd',
            'ê' => 'e',
            'ô' or 'ơ' => 'o',
            'ư' => 'u',
            _ => toneless,
        };

    private static char? Shaped(char vowel, char mark) =>
        (vowel, mark) switch
        {
            ('a', Breve) => 'ă',
            ('a', Circumflex) => 'â',
            ('e', Circumflex) => 'ê',
            ('o', Circumflex) => 'ô',
            ('o', Horn) => 'ơ',
            ('u', Horn) => 'ư',
            _ => null,
        };
}
