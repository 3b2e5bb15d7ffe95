using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace DoanKet.VietnameseText;

/// <summary>How Vietnamese was written with Western fonts before Unicode; old files still hold it.</summary>
public enum OldEncoding
{
    /// <summary>TCVN 5712:1993 (ABC), one byte a letter; fonts are called .VnTime. Letters with a tone have no capitals: a font whose name
    /// ends in H draws the small ones as capitals.</summary>
    Tcvn3,

    /// <summary>VNI for Windows, a mark of its own after the vowel; fonts are called VNI-Times.</summary>
    Vni,
}

/// <summary>Finds and undoes <see cref="OldEncoding"/>s.</summary>
public static class OldEncodings
{
    /// <summary>Fewer telltale letters are a foreign word or a sign.</summary>
    private const int LeastTelltales = 5;

    /// <summary>Vietnamese has one in fewer letters, French in more.</summary>
    private const int SeldomOne = 10;

    // Both rows in the same order; Ð and ð stand for what Latin-1 has at those places.
    private const string TcvnBytes = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ®¡¢£¤¥¦§";
    private const string TcvnLetters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂÊÔƠƯĐ";

    /// <summary>Signs that stand in no text of another language between or beside letters.</summary>
    private const string TcvnTelltales = "µ¸¶·¹¨»¾¼½©ª«¬\u00AD®¡¢£¤¥¦§";

    private static readonly SearchValues<char> UnicodeOnly = SearchValues.Create("ăĂđĐơƠưƯ");

    private static readonly FrozenDictionary<char, char> Tcvn = TcvnBytes.Zip(TcvnLetters).ToFrozenDictionary(p => p.First, p => p.Second);

    /// <summary>Marks after a and e, o and u; those with two parts make a letter with hat or breve and a tone.</summary>
    private static readonly (char Mark, string Parts)[] VniMarks =
    [
        ('ù', "\u0301"),
        ('ø', "\u0300"),
        ('û', "\u0309"),
        ('õ', "\u0303"),
        ('ï', "\u0323"),
        ('â', "\u0302"),
        ('á', "\u0302\u0301"),
        ('à', "\u0302\u0300"),
        ('å', "\u0302\u0309"),
        ('ã', "\u0302\u0303"),
        ('ä', "\u0302\u0323"),
        ('ê', "\u0306"),
        ('é', "\u0306\u0301"),
        ('è', "\u0306\u0300"),
        ('ú', "\u0306\u0309"),
        ('ü', "\u0306\u0303"),
        ('ë', "\u0306\u0323"),
    ];

    private static readonly FrozenDictionary<char, char> VniLetters = "íìæóòôöîñÍÌÆÓÒÔÖÎÑ"
        .Zip("íìỉĩịơưỵđÍÌỈĨỊƠƯỴĐ")
        .ToFrozenDictionary(p => p.First, p => p.Second);

    private static readonly FrozenDictionary<(char Vowel, char Mark), char> VniPairs = Pairs();

    /// <summary>The encoding that a font of this name writes, and whether it draws capitals; null for all other fonts.</summary>
    /// <param name="fontName">Also with the prefix of a subset: ABCDEF+.VnTimeH.</param>
    public static (OldEncoding Encoding, bool Capitals)? OfFont(string? fontName)
    {
        var name = fontName is null ? "" : fontName[(fontName.IndexOf('+', StringComparison.Ordinal) + 1)..];
        if (name.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase))
            return (OldEncoding.Tcvn3, Plain(name).EndsWith('H'));
        return name.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase) ? (OldEncoding.Vni, false) : null;
    }

    /// <summary>Holds a Vietnamese letter that only Unicode has: the text is what it seems.</summary>
    public static bool IsUnicode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAnyInRange('\u1EA0', '\u1EF9') || text.AsSpan().ContainsAny(UnicodeOnly);
    }

    /// <summary>The encoding of a text whose font is not known; null when it is Unicode or another language.</summary>
    public static OldEncoding? Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsUnicode(text))
            return null;
        var (tcvn, vni, letters) = (0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            letters += char.IsLetter(text[i]) ? 1 : 0;
            var (before, after) = (i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
            tcvn += TcvnTelltales.Contains(text[i]) && (char.IsLetter(before) || char.IsLetter(after)) ? 1 : 0;
            vni += VniPairs.ContainsKey((before, text[i])) ? 1 : 0;
        }
        var most = Math.Max(tcvn, vni);
        if (most < LeastTelltales || most < letters / SeldomOne)
            return null;
        return tcvn > vni ? OldEncoding.Tcvn3 : OldEncoding.Vni;
    }

    /// <summary>The text in Unicode.</summary>
    /// <param name="capitals">The font drew small letters as capitals.</param>
    public static string Decode(string text, OldEncoding encoding, bool capitals = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var decoded = encoding == OldEncoding.Tcvn3 ? FromTcvn(text) : FromVni(text);
        return capitals ? decoded.ToUpperInvariant() : decoded;
    }

    private static string FromTcvn(string text)
    {
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            // Some writers of PDF take the soft hyphen, which is ư here, for a hyphen: h-íng dÉn.
            var hyphen = text[i] == '-' && i > 0 && i + 1 < text.Length && char.IsLower(text[i - 1]) && char.IsLower(text[i + 1]);
            decoded.Append(hyphen ? 'ư' : Tcvn.GetValueOrDefault(text[i], text[i]));
        }
        return decoded.ToString();
    }

    private static string FromVni(string text)
    {
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && VniPairs.TryGetValue((text[i], text[i + 1]), out var letter))
            {
                decoded.Append(letter);
                i++;
            }
            else
            {
                decoded.Append(VniLetters.GetValueOrDefault(text[i], text[i]));
            }
        }
        return decoded.ToString();
    }

    /// <summary>ô and ö are ơ and ư, and take the tones of a vowel.</summary>
    private static FrozenDictionary<(char, char), char> Pairs()
    {
        var pairs = new Dictionary<(char, char), char>();
        foreach (var vowel in "aeoôuöy")
        foreach (var (mark, parts) in VniMarks)
        {
            var letter = Normalise.Nfc(VniLetters.GetValueOrDefault(vowel, vowel) + parts);
            if (letter.Length > 1)
                continue;
            pairs[(vowel, mark)] = letter[0];
            var (capital, capitalMark) = (char.ToUpperInvariant(vowel), char.ToUpperInvariant(mark));
            pairs[(capital, capitalMark)] = char.ToUpperInvariant(letter[0]);
        }
        return pairs.ToFrozenDictionary();
    }

    /// <summary>Without what says that it is bold or slanted.</summary>
    private static string Plain(string name) => name.Split(',', '-', ' ')[0];
}
