namespace DoanKet.OfficialFormat;

/// <summary>The parts of a notation (ký hiệu).</summary>
internal static class Notations
{
    /// <summary>Without spaces, and without the marks that a sentence leaves behind it. Empty when there was nothing else.</summary>
    internal static string Tidy(string notation) => string.Concat(notation.Where(c => !char.IsWhiteSpace(c))).TrimEnd('.', ',', '-', '/');

    /// <summary>The kind's code and the issuer's code. A State notation without a kind is that of a công văn (1240/LĐLĐ,
    /// 05/BNV-VP).</summary>
    internal static (string? Kind, string? Issuer) Read(string notation, NumberGrammar grammar)
    {
        if (grammar == NumberGrammar.Party)
        {
            var slash = notation.IndexOf('/', StringComparison.Ordinal);
            return (DocumentKind.Find(notation[..slash])?.Code, notation[(slash + 1)..]);
        }

        // Legal texts carry the year: 2020/NĐ-CP, 2025/QH15.
        var year = notation.Length > 5 && notation[4] == '/' && notation.Take(4).All(char.IsAsciiDigit);
        var rest = year ? notation[5..] : notation;
        var dash = rest.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0 && DocumentKind.Find(rest[..dash]) is { Abbreviation: not null } kind)
            return (kind.Code, rest[(dash + 1)..]);
        return (year ? null : DocumentKind.OfficialLetter, rest);
    }
}
