namespace DoanKet.PaperForms;

/// <summary>A4 lying, in points of 1/72 inch; the wider left margin is for binding.</summary>
internal static class Sheet
{
    public const float Width = 841.89f,
        Height = 595.28f;

    public const float Left = 56,
        Right = Width - 34,
        Top = 40,
        Bottom = Height - 46;
}

/// <summary>A4 standing, in points: margins of 20 mm above and below, 30 mm left, 15 mm right (Nghị định 30/2020/NĐ-CP, phụ lục I, phần
/// I).</summary>
internal static class LetterSheet
{
    public const float Width = 595.28f,
        Height = 841.89f;

    public const float Left = 85,
        Right = Width - 43,
        Top = 57,
        Bottom = Height - 57;
}
