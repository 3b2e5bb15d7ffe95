using CsCheck;

namespace DoanKet.Libraries.Tests.VietnameseText;

internal static class TextGen
{
    private static readonly string Letters =
        string.Concat(Vowels.Rows.Select(row => row.Composed.Replace(" ", "", StringComparison.Ordinal)))
        + "bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX0123456789 -/.,";

    /// <summary>Text as it occurs: Vietnamese letters, digits and a few separators.</summary>
    internal static readonly Gen<string> Vietnamese = Gen.String[Gen.Char[Letters], 0, 60];
}
