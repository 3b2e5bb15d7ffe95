namespace DoanKet.PaperForms.Cards;

/// <summary>What stands in a place of a card.</summary>
public enum CardContent
{
    /// <summary>Words, with values in double braces: "Ngày sinh: {{ngày sinh}}".</summary>
    Text = 0,
    Photo = 1,
    QrCode = 2,

    /// <summary>An area filled with the colour.</summary>
    Area = 3,

    /// <summary>The picture under everything, or a mark.</summary>
    Picture = 4,
}

public enum CardAlignment
{
    Left = 0,
    Centre = 1,
    Right = 2,
}

/// <summary>One place on a card.</summary>
/// <param name="Text">Of a text alone.</param>
/// <param name="X">From the left edge, in millimetres, as the next three.</param>
/// <param name="Size">Of the letters, in points; they shrink where the words would not fit.</param>
/// <param name="Colour">"#C8102E".</param>
public sealed record CardPlace(
    CardContent Content,
    string Text,
    float X,
    float Y,
    float Width,
    float Height,
    float Size = 7,
    bool IsBold = false,
    CardAlignment Alignment = CardAlignment.Left,
    string Colour = "#1A1A1A"
);

/// <summary>The face of a card of the size ID-1 (ISO/IEC 7810): its places from below to above.</summary>
public sealed record CardLayout(IReadOnlyList<CardPlace> Places)
{
    /// <summary>Millimetres.</summary>
    public const float Width = 85.6f,
        Height = 53.98f;
}

/// <summary>What one person has on the card.</summary>
/// <param name="Values">By the names in double braces.</param>
/// <param name="Photo">JPEG or PNG; null leaves the place white, with a frame.</param>
/// <param name="QrText">Letters, digits and $%*+-./: alone give the smallest code.</param>
public sealed record CardFace(IReadOnlyDictionary<string, string> Values, byte[]? Photo, string QrText);
