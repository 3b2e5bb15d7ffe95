namespace DoanKet.Kernel;

/// <summary>Texts that must fit a column or a line.</summary>
public static class ShortText
{
    /// <summary>The text, or as much of its beginning as fits with "…" behind it.</summary>
    /// <param name="most">Characters as columns count them. A sign of two of them stays whole or goes: PostgreSQL takes no half.</param>
    public static string Shortened(this string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most - 1;
        return text[..(end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
