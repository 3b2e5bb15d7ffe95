using System.Text;
using DoanKet.Pades.Fonts;
using DoanKet.Pades.Objects;
using DoanKet.Pades.Writing;

namespace DoanKet.Pades;

/// <summary>Lines of black text, drawn with a font that goes into the file.</summary>
/// <param name="Lines">From the top, in composed letters (NFC).</param>
/// <param name="Size">In points.</param>
/// <param name="IsCentred">Otherwise the lines begin at the left.</param>
public sealed record SignatureText(SignatureFont Font, IReadOnlyList<string> Lines, double Size, bool IsCentred = false)
{
    /// <summary>From one base line to the next, in sizes.</summary>
    private const double LineHeight = 1.2;

    /// <summary>The part of a line's height above its base line.</summary>
    private const double AboveBaseLine = 0.75;

    internal const string FontName = "Text";

    /// <summary>What the lines need: as wide as the widest of them. In points.</summary>
    public (double Width, double Height) Measure() =>
        (Lines.Select(line => Font.WidthOf(line, Size)).DefaultIfEmpty().Max(), Lines.Count * LineHeight * Size);

    /// <exception cref="PdfRefusedException">There is not enough room.</exception>
    internal void Check(double width, double height)
    {
        var needed = Measure();
        // What a rounded number takes away.
        if (needed.Width > width + 0.1 || needed.Height > height + 0.1)
            throw new PdfRefusedException(
                PdfRefusal.Place,
                $"The text needs {needed.Width:0.#} by {needed.Height:0.#} points, and there are {width:0.#} by {height:0.#}."
            );
    }

    internal PdfReference AddFontTo(IncrementalUpdate update)
    {
        var letters = Lines.SelectMany(line => line.EnumerateRunes()).Distinct().ToDictionary(letter => letter, Font.GlyphOf);
        return EmbeddedFont.AddTo(update, Font.File, letters);
    }

    /// <summary>Draws the lines into a rectangle from 0,0 on, beginning at its top (9.4).</summary>
    internal string Draw(double width, double height)
    {
        var content = new StringBuilder($"BT /{FontName} {Size:0.###} Tf 0 g ");
        foreach (var (i, line) in Lines.Index())
        {
            var left = IsCentred ? Math.Max(0, (width - Font.WidthOf(line, Size)) / 2) : 0;
            var baseLine = height - (i + AboveBaseLine) * LineHeight * Size;
            content.Append($"1 0 0 1 {left:0.###} {baseLine:0.###} Tm <");
            foreach (var letter in line.EnumerateRunes())
                content.Append($"{Font.GlyphOf(letter):X4}");
            content.Append("> Tj ");
        }
        return content.Append("ET").ToString();
    }
}
