namespace DoanKet.PaperForms;

/// <summary>A4 lying, in points of 1/72 inch; the wider left margin is for binding.</summary>
internal static class Sheet
{
    public const float Width = 841.89f, Height = 595.28f;

    public const float Left = 56, Right = Width - 34, Top = 40, Bottom = Height - 46;
}
