using System.Text;

namespace DoanKet.Testing.Letters;

/// <summary>Writes Vietnamese as the fonts before Unicode wanted it: a table of its own, beside the one that reads it.</summary>
public static class OldFonts
{
    private const string Letters = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵăâêôơưđ";

    /// <summary>From ¡ on.</summary>
    private const string TcvnCapitals = "ĂÂÊÔƠƯĐ";

    private static readonly string[] Tcvn =
    [
        .. "B5 B8 B6 B7 B9 BB BE BC BD C6 C7 CA C8 C9 CB CC D0 CE CF D1 D2 D5 D3 D4 D6 D7 DD D8 DC DE DF E3 E1 E2 E4 E5 E8 E6 E7 E9 ".Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        ),
        .. "EA ED EB EC EE EF F3 F1 F2 F4 F5 F8 F6 F7 F9 FA FD FB FC FE A8 A9 AA AB AC AD AE".Split(' '),
    ];

    private static readonly string[] Vni =
    [
        .. "aø aù aû aõ aï aè aé aú aü aë aà aá aå aã aä eø eù eû eõ eï eà eá eå eã eä ì í æ ó ò oø où oû oõ oï oà oá oå oã oä ".Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        ),
        .. "ôø ôù ôû ôõ ôï uø uù uû uõ uï öø öù öû öõ öï yø yù yû yõ î aê aâ eâ oâ ô ö ñ".Split(' '),
    ];

    /// <summary>Small letters but for seven capitals; what is written in capitals needs a font that draws them so.</summary>
    public static string ToTcvn3(string text)
    {
        var small = Replace(text.ToLowerInvariant(), text, i => ((char)Convert.ToInt32(Tcvn[i], 16)).ToString(), keepsCase: false);
        return string.Concat(
            small.Select((c, i) => TcvnCapitals.IndexOf(text[i], StringComparison.Ordinal) is >= 0 and var at ? (char)('¡' + at) : c)
        );
    }

    public static string ToVni(string text) => Replace(text.ToLowerInvariant(), text, i => Vni[i], keepsCase: true);

    private static string Replace(string lower, string text, Func<int, string> write, bool keepsCase)
    {
        var written = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var at = Letters.IndexOf(lower[i], StringComparison.Ordinal);
            var letter = at < 0 ? text[i].ToString() : write(at);
            written.Append(at >= 0 && keepsCase && char.IsUpper(text[i]) ? letter.ToUpperInvariant() : letter);
        }
        return written.ToString();
    }
}
