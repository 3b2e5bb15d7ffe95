using System.Text.RegularExpressions;
using DoanKet.VietnameseText;

namespace DoanKet.OfficialFormat;

/// <summary>The number and notation (số, ký hiệu) of a document.</summary>
/// <param name="Number">As printed: leading zeros and suffix letters occur (06b).</param>
/// <param name="Notation">What follows the number, without spaces: HD-LĐLĐ, 2020/NĐ-CP, KH/TU.</param>
/// <param name="KindCode">Code of <see cref="DocumentKind"/>; null when the notation names an unknown kind.</param>
/// <param name="IssuerCode">The rest of the notation: LĐLĐ, BNV-VP, TU.</param>
public sealed record DocumentNumber(string Number, string Notation, NumberGrammar Grammar, string? KindCode, string? IssuerCode)
{
    private static readonly Regex Pattern = new(
        @"^(?:[Ss][ốôỐÔ]\s*[:.]?)?\s*(?<number>\d{1,6}[A-Za-z]{0,2})\s*(?<mark>[/-])\s*(?<notation>" + NotationPattern + @")\s*$",
        RegexOptions.NonBacktracking
    );

    /// <summary>Groups of letters and digits joined by dashes and slashes, spaces allowed around those.</summary>
    internal const string NotationPattern = @"[\p{L}\d.&,]{1,20}(?:\s{0,2}[/-]\s{0,2}[\p{L}\d.&,]{1,20}){0,6}";

    /// <summary>Equal for two writings of one number: 05/HD-LĐLĐ and 5/hd-ldld are both 5hdldld. Stored, and searched with <see
    /// cref="SearchKey"/>.</summary>
    public string Key => SearchKey(Number + Notation);

    /// <summary>Number and notation as they are printed.</summary>
    public string Text => Grammar == NumberGrammar.Party ? $"{Number}-{Notation}" : $"{Number}/{Notation}";

    /// <summary>Reads "18/HD-LĐLĐ", "Số: 05 / BNV - VP", "39-KH/TU". Without both a number and a notation there is nothing to
    /// read.</summary>
    public static bool TryParse(string? text, out DocumentNumber number)
    {
        number = null!;
        if (text is not { Length: > 0 and <= 200 } || Pattern.Match(Normalise.Nfc(text)) is not { Success: true } match)
            return false;

        var notation = Notations.Tidy(match.Groups["notation"].Value);
        if (notation.Length == 0)
            return false;
        var grammar = match.Groups["mark"].Value == "/" ? NumberGrammar.State : NumberGrammar.Party;
        // A dash after the number is the Party's form only with the slash before the body: "12-15" is a range.
        if (grammar == NumberGrammar.Party && !notation.Contains('/'))
            return false;

        var (kind, issuer) = Notations.Read(notation, grammar);
        number = new(match.Groups["number"].Value, notation, grammar, kind, issuer);
        return true;
    }

    /// <summary>What a person typed, in the form of <see cref="Key"/>: "số 18 hd ldld" becomes 18hdldld.</summary>
    public static string SearchKey(string? typed)
    {
        var key = Fold.Compact(typed);
        if (key.Length > 2 && key.StartsWith("so", StringComparison.Ordinal) && char.IsAsciiDigit(key[2]))
            key = key[2..];
        return key.TrimStart('0');
    }

    /// <summary>The printed form of a number being issued; below ten with a leading 0 (phụ lục I).</summary>
    public static string Format(int number, string notation) => $"{number:00}/{notation}";

    /// <summary>The number and notation as printed.</summary>
    public override string ToString() => Text;
}
