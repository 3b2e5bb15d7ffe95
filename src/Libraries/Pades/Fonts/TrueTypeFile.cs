using System.Buffers.Binary;
using System.Text;

namespace DoanKet.Pades.Fonts;

/// <summary>The tables of a TrueType font that embedding needs (ISO/IEC 14496-22).</summary>
internal sealed class TrueTypeFile
{
    private const uint TrueType = 0x00010000,
        TrueTypeOfApple = 0x74727565;

    private readonly byte[] _bytes;
    private readonly Dictionary<string, (int At, int Length)> _tables = [];
    private readonly Dictionary<int, ushort> _glyphs = [];
    private readonly int _longMetrics;

    /// <exception cref="PdfRefusedException">It is no TrueType font, or is broken.</exception>
    public TrueTypeFile(byte[] bytes)
    {
        _bytes = bytes;
        try
        {
            if (U32(0) is not (TrueType or TrueTypeOfApple))
                throw Refuse("The font is no TrueType font.");
            for (var i = 0; i < U16(4); i++)
            {
                var entry = 12 + i * 16;
                var (at, length) = (checked((int)U32(entry + 8)), checked((int)U32(entry + 12)));
                if (at + (long)length > bytes.Length)
                    throw Refuse("The font is broken.");
                _tables[Encoding.Latin1.GetString(bytes, entry, 4)] = (at, length);
            }
            GlyphCount = U16(At("maxp") + 4);
            UnitsPerEm = U16(At("head") + 18);
            HasLongOffsets = U16(At("head") + 50) == 1;
            _longMetrics = U16(At("hhea") + 34);
            ReadCharacters();
            if (UnitsPerEm == 0 || _longMetrics == 0 || Glyph(0).Length > _bytes.Length)
                throw Refuse("The font is broken.");
        }
        catch (Exception broken) when (broken is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw Refuse("The font is broken.");
        }
    }

    public int GlyphCount { get; }

    public int UnitsPerEm { get; }

    public bool HasLongOffsets { get; }

    /// <summary>Above the base line, per thousand of the size.</summary>
    public int Ascent => PerThousand(I16(At("hhea") + 4));

    /// <summary>Below the base line and negative, per thousand of the size.</summary>
    public int Descent => PerThousand(I16(At("hhea") + 6));

    /// <summary>The smallest box around all glyphs, per thousand of the size.</summary>
    public int[] Box => [.. Enumerable.Range(0, 4).Select(i => PerThousand(I16(At("head") + 36 + i * 2)))];

    /// <returns>0 where the font has no glyph for the letter.</returns>
    public ushort GlyphOf(Rune letter) => _glyphs.GetValueOrDefault(letter.Value);

    /// <summary>Per thousand of the size.</summary>
    public int WidthOf(ushort glyph) => PerThousand(U16(At("hmtx") + Math.Min(glyph, _longMetrics - 1) * 4));

    /// <summary>A table as it is; empty where there is none.</summary>
    public ReadOnlySpan<byte> Table(string name) =>
        _tables.TryGetValue(name, out var table) ? _bytes.AsSpan(table.At, table.Length) : default;

    /// <summary>The metrics of a glyph as hmtx has them: advance and left side bearing.</summary>
    public (ushort Advance, short Bearing) MetricsOf(int glyph)
    {
        var table = At("hmtx");
        return glyph < _longMetrics
            ? (U16(table + glyph * 4), I16(table + glyph * 4 + 2))
            : (U16(table + (_longMetrics - 1) * 4), I16(table + _longMetrics * 4 + (glyph - _longMetrics) * 2));
    }

    /// <summary>The outline of a glyph; empty for a space.</summary>
    public ReadOnlySpan<byte> Glyph(int glyph)
    {
        var (offsets, outlines) = (At("loca"), _tables["glyf"]);
        var (from, to) = HasLongOffsets
            ? (U32(offsets + glyph * 4), U32(offsets + glyph * 4 + 4))
            : (U16(offsets + glyph * 2) * 2u, U16(offsets + glyph * 2 + 2) * 2u);
        if (to < from || to > outlines.Length)
            throw Refuse("The font is broken.");
        return _bytes.AsSpan(outlines.At + (int)from, (int)(to - from));
    }

    public static PdfRefusedException Refuse(string why) => new(PdfRefusal.Place, why);

    private int PerThousand(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm);

    private int At(string table) => _tables.TryGetValue(table, out var found) ? found.At : throw Refuse($"The font has no table {table}.");

    /// <summary>Of Unicode: format 12 for all letters, or 4 for those of two bytes.</summary>
    private void ReadCharacters()
    {
        var table = At("cmap");
        for (var i = 0; i < U16(table + 2); i++)
        {
            var (platform, encoding) = (U16(table + 4 + i * 8), U16(table + 6 + i * 8));
            var at = table + checked((int)U32(table + 8 + i * 8));
            if (platform != 0 && (platform, encoding) is not (3, 1 or 10))
                continue;
            if (U16(at) == 4)
                ReadSegments(at);
            else if (U16(at) == 12)
                ReadGroups(at);
        }
        if (_glyphs.Count == 0)
            throw Refuse("The font does not say which glyph belongs to which letter.");
    }

    private void ReadSegments(int at)
    {
        var twice = U16(at + 6);
        var (ends, starts) = (at + 14, at + 16 + twice);
        var (deltas, ranges) = (starts + twice, starts + 2 * twice);
        for (var i = 0; i < twice; i += 2)
        for (int letter = U16(starts + i), end = U16(ends + i); letter <= end && letter != 0xFFFF; letter++)
        {
            var range = U16(ranges + i);
            var listed = range == 0 ? letter : U16(ranges + i + range + 2 * (letter - U16(starts + i)));
            if (range == 0 || listed != 0)
                Add(letter, (ushort)(listed + U16(deltas + i)));
        }
    }

    private void ReadGroups(int at)
    {
        var groups = checked((int)U32(at + 12));
        for (var i = 0; i < groups; i++)
        {
            var (first, last, glyph) = (U32(at + 16 + i * 12), U32(at + 20 + i * 12), U32(at + 24 + i * 12));
            if (last > 0x10FFFF || last - (long)first > GlyphCount)
                throw Refuse("The font is broken.");
            for (var letter = first; letter <= last; letter++)
                Add((int)letter, (ushort)(glyph + letter - first));
        }
    }

    private void Add(int letter, ushort glyph)
    {
        if (glyph < GlyphCount)
            _glyphs.TryAdd(letter, glyph);
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(at));

    private short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(_bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(at));
}
