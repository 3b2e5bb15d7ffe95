namespace DoanKet.DocumentReading;

/// <summary>Words of a text that stand together on a line of a page.</summary>
/// <param name="Offset">Where they begin in the text.</param>
/// <param name="Length">Characters of the text.</param>
/// <param name="Page">From 1.</param>
/// <param name="X">Points (1/72 inch) from the left edge of the page.</param>
/// <param name="Y">Points from the upper edge to the upper side of the words.</param>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
public sealed record TextPlace(int Offset, int Length, int Page, double X, double Y, double Width, double Height)
{
    private int End => Offset + Length;

    /// <summary>What lies within a stretch of the text; its sides are reckoned, for letters are not equally wide.</summary>
    internal TextPlace? Part(int offset, int length)
    {
        var (from, to) = (Math.Max(offset, Offset), Math.Min(offset + length, End));
        if (from >= to)
            return null;
        var letter = Width / Length;
        return this with { Offset = from, Length = to - from, X = X + letter * (from - Offset), Width = letter * (to - from) };
    }

    /// <summary>The smallest box around both.</summary>
    public TextPlace Around(TextPlace other)
    {
        var (x, y) = (Math.Min(X, other.X), Math.Min(Y, other.Y));
        var (right, low) = (Math.Max(X + Width, other.X + other.Width), Math.Max(Y + Height, other.Y + other.Height));
        return this with { Length = Math.Max(End, other.End) - Offset, X = x, Y = y, Width = right - x, Height = low - y };
    }
}
