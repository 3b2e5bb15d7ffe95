using DoanKet.OfficialFormat;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Documents;

/// <summary>Number and symbol in the one form in which they are stored and compared: "05/BNV-VP", "5 bnv vp" and "số 5/BNV - VP" are the
/// same.</summary>
internal static class NumberKeys
{
    public const int MaxLength = 60;

    public static string From(string? numberText)
    {
        var key = DocumentNumber.SearchKey(numberText);
        return key.Length <= MaxLength ? key : key[..MaxLength];
    }

    /// <summary>Number, symbol and issuing body together; empty when one is missing, for then nothing can be called a duplicate (phụ lục
    /// VI, phần I).</summary>
    public static string Duplicate(string? numberText, string? issuer)
    {
        var (number, body) = (From(numberText), Fold.Compact(issuer));
        return number.Length == 0 || body.Length == 0 ? "" : $"{number}|{body[..Math.Min(body.Length, 190)]}";
    }
}
