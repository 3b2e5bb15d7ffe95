using System.Security.Cryptography;
using System.Text;
using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;
using DoanKet.Pades.Writing;

namespace DoanKet.Pades.Fonts;

/// <summary>
/// A font with the glyphs of some text, put into a file: letters are written as numbers of glyphs, with a table back to the letters so
/// that text can be searched and read aloud (ISO 32000-2, 9.7 and 9.10.3).
/// </summary>
internal static class EmbeddedFont
{
    /// <param name="letters">Each letter that is drawn, with its glyph.</param>
    public static PdfReference AddTo(IncrementalUpdate update, TrueTypeFile font, IReadOnlyDictionary<Rune, ushort> letters)
    {
        var subset = GlyphSubset.Of(font, letters.Values);
        // Subsets of one font are told apart by their names (9.9.2).
        var name = new PdfName(Tag(subset) + "+SignatureText");
        var program = update.Add(
            new PdfStream(new(("Length1", new PdfNumber(subset.Length)), ("Filter", new PdfName("FlateDecode"))), Filters.Flate(subset))
        );
        var descriptor = update.Add(
            new PdfDictionary(
                ("Type", new PdfName("FontDescriptor")),
                ("FontName", name),
                ("Flags", new PdfNumber(4)),
                ("FontBBox", PdfArray.Of([.. font.Box.Select(side => new PdfNumber(side))])),
                ("ItalicAngle", new PdfNumber(0)),
                ("Ascent", new PdfNumber(font.Ascent)),
                ("Descent", new PdfNumber(font.Descent)),
                ("CapHeight", new PdfNumber(font.Ascent)),
                ("StemV", new PdfNumber(80)),
                ("FontFile2", program)
            )
        );
        var descendant = update.Add(
            new PdfDictionary(
                ("Type", new PdfName("Font")),
                ("Subtype", new PdfName("CIDFontType2")),
                ("BaseFont", name),
                (
                    "CIDSystemInfo",
                    new PdfDictionary(
                        ("Registry", PdfText.Encode("Adobe")),
                        ("Ordering", PdfText.Encode("Identity")),
                        ("Supplement", new PdfNumber(0))
                    )
                ),
                ("FontDescriptor", descriptor),
                ("CIDToGIDMap", new PdfName("Identity")),
                ("W", Widths(font, letters.Values))
            )
        );
        return update.Add(
            new PdfDictionary(
                ("Type", new PdfName("Font")),
                ("Subtype", new PdfName("Type0")),
                ("BaseFont", name),
                ("Encoding", new PdfName("Identity-H")),
                ("DescendantFonts", PdfArray.Of(descendant)),
                ("ToUnicode", update.Add(new PdfStream(new(("Filter", new PdfName("FlateDecode"))), Filters.Flate(ToUnicode(letters)))))
            )
        );
    }

    private static PdfArray Widths(TrueTypeFile font, IEnumerable<ushort> glyphs) =>
        PdfArray.Of([
            .. glyphs
                .Distinct()
                .Order()
                .SelectMany(glyph => (PdfObject[])[new PdfNumber(glyph), PdfArray.Of(new PdfNumber(font.WidthOf(glyph)))]),
        ]);

    private static byte[] ToUnicode(IReadOnlyDictionary<Rune, ushort> letters)
    {
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """
        );
        // At most a hundred in one piece.
        foreach (var piece in letters.DistinctBy(letter => letter.Value).OrderBy(letter => letter.Value).Chunk(100))
        {
            map.Append($"{piece.Length} beginbfchar\n");
            foreach (var (letter, glyph) in piece)
                map.Append($"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(letter.ToString()))}>\n");
            map.Append("endbfchar\n");
        }
        map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return Encoding.ASCII.GetBytes(map.ToString());
    }

    private static string Tag(byte[] subset) => string.Concat(SHA256.HashData(subset).Take(6).Select(part => (char)('A' + part % 26)));
}
