using System.Text;
using DoanKet.VietnameseText;

namespace DoanKet.PersonalData;

/// <summary>Names of people as they are written and looked for.</summary>
public static class PersonName
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxLength = 100;

    private static readonly string[] Joined = [",", ";", "\n", "\r", "/", "&", " và "];

    /// <summary>One space between words; a name all in capitals or all in small letters gets a capital for each word: "NGUYỄN VĂN AN" is
    /// "Nguyễn Văn An".</summary>
    public static string Tidy(string? typed)
    {
        var words = Normalise.Nfc(typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(' ', words);
        // Plain letters alone: fonts before Unicode have no capitals with a tone.
        var letters = text.Where(char.IsAsciiLetter).ToList();
        return letters.TrueForAll(char.IsUpper) || letters.TrueForAll(char.IsLower) ? Capitalise(text) : text;
    }

    /// <summary>Two people stand in one cell: "Nguyễn Văn An, Trần Thị Bình".</summary>
    public static bool HoldsSeveral(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return Joined.Any(sign => typed.Split(sign, StringSplitOptions.TrimEntries).Count(IsWhole) > 1);
    }

    /// <summary>Letters, spaces, apostrophes, points and hyphens, at least two words.</summary>
    public static bool IsWhole(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.All(c => char.IsLetter(c) || c is ' ' or '\'' or '’' or '.' or '-') && Fold.Words(text).Length >= 2;
    }

    /// <summary>The words from the last one back, folded: "an van nguyen". What begins with what people type of a given name.</summary>
    public static string Backward(string name) => string.Join(' ', Fold.Words(name).Reverse());

    /// <summary>The given and the family name, folded: "an nguyen", for those who leave out what is between.</summary>
    public static string Ends(string name) => Fold.Words(name) is [var family, .., var given] ? $"{given} {family}" : Fold.Text(name);

    private static string Capitalise(string text)
    {
        var name = new StringBuilder(text.Length);
        var begins = true;
        foreach (var c in text)
        {
            name.Append(begins ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
            // H'Mông, K'Sor, Y-Bih.
            begins = c is ' ' or '\'' or '’' or '-' or '.';
        }
        return name.ToString();
    }
}
