using System.Text;
using DoanKet.Pades.Fonts;

namespace DoanKet.Pades;

/// <summary>
/// A TrueType font for text that is drawn into a file. Only the glyphs that are drawn go into it. Whether its licence allows embedding is
/// for the caller to know.
/// </summary>
public sealed class SignatureFont
{
    private SignatureFont(TrueTypeFile file) => File = file;

    internal TrueTypeFile File { get; }

    /// <param name="trueType">A .ttf file.</param>
    /// <exception cref="PdfRefusedException">It is no TrueType font, or is broken.</exception>
    public static SignatureFont FromTrueType(byte[] trueType) => new(new TrueTypeFile(trueType));

    /// <summary>How wide a line is.</summary>
    /// <param name="text">Composed letters (NFC).</param>
    /// <param name="size">In points.</param>
    /// <returns>Points.</returns>
    /// <exception cref="PdfRefusedException">The font has no glyph for a letter.</exception>
    public double WidthOf(string text, double size) => text.EnumerateRunes().Sum(letter => File.WidthOf(GlyphOf(letter))) * size / 1000;

    internal ushort GlyphOf(Rune letter) =>
        File.GlyphOf(letter) is var glyph and > 0
            ? glyph
            : throw TrueTypeFile.Refuse($"The font has no glyph for the letter U+{letter.Value:X4}.");
}
