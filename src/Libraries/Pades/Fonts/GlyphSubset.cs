using System.Buffers.Binary;
using System.Text;

namespace DoanKet.Pades.Fonts;

/// <summary>A font with nothing but some glyphs: they keep their numbers, the others are empty (ISO 32000-2, 9.9.2).</summary>
internal static class GlyphSubset
{
    // What a glyph made of others says of each of them (ISO/IEC 14496-22, 5.3.3).
    private const int WideArguments = 1,
        Scale = 8,
        MoreFollow = 32,
        TwoScales = 64,
        FourScales = 128;

    /// <summary>Tables that a reader asks for in a font inside a PDF file, in the order of their names.</summary>
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    public static byte[] Of(TrueTypeFile font, IEnumerable<ushort> glyphs)
    {
        var used = WithParts(font, glyphs);
        var count = used.Max + 1;
        var (outlines, offsets) = Outlines(font, used, count);
        var tables = Kept.Select(name =>
                (
                    Name: name,
                    Bytes: name switch
                    {
                        "glyf" => outlines,
                        "loca" => offsets,
                        "hmtx" => Metrics(font, count),
                        "maxp" => Changed(font.Table(name), 4, (ushort)count),
                        "hhea" => Changed(font.Table(name), 34, (ushort)count),
                        // The offsets of the outlines are long ones; the check sum comes last.
                        "head" => Changed(Changed(font.Table(name), 50, 1), 8, 0, 0),
                        _ => font.Table(name).ToArray(),
                    }
                )
            )
            .Where(table => table.Bytes.Length > 0)
            .ToList();
        return Write(tables);
    }

    /// <summary>Some letters with marks are drawn by others.</summary>
    private static SortedSet<int> WithParts(TrueTypeFile font, IEnumerable<ushort> glyphs)
    {
        var used = new SortedSet<int>();
        // What stands for a missing letter is always there.
        var waiting = new Queue<int>([0, .. glyphs]);
        while (waiting.TryDequeue(out var glyph))
        {
            if (glyph >= font.GlyphCount || !used.Add(glyph))
                continue;
            foreach (var part in PartsOf(font.Glyph(glyph)))
                waiting.Enqueue(part);
        }
        return used;
    }

    private static List<int> PartsOf(ReadOnlySpan<byte> outline)
    {
        var parts = new List<int>();
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            return parts;
        var at = 10;
        int flags;
        do
        {
            if (at + 4 > outline.Length)
                throw TrueTypeFile.Refuse("The font is broken.");
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += 4 + ((flags & WideArguments) != 0 ? 4 : 2);
            at +=
                (flags & Scale) != 0 ? 2
                : (flags & TwoScales) != 0 ? 4
                : (flags & FourScales) != 0 ? 8
                : 0;
        } while ((flags & MoreFollow) != 0);
        return parts;
    }

    private static (byte[] Outlines, byte[] Offsets) Outlines(TrueTypeFile font, SortedSet<int> used, int count)
    {
        var outlines = new MemoryStream();
        var offsets = new byte[(count + 1) * 4];
        for (var glyph = 0; glyph < count; glyph++)
        {
            if (used.Contains(glyph))
                outlines.Write(font.Glyph(glyph));
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
            BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan((glyph + 1) * 4), (uint)outlines.Length);
        }
        return (outlines.ToArray(), offsets);
    }

    private static byte[] Metrics(TrueTypeFile font, int count)
    {
        var metrics = new byte[count * 4];
        for (var glyph = 0; glyph < count; glyph++)
        {
            var (advance, bearing) = font.MetricsOf(glyph);
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(glyph * 4), advance);
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan(glyph * 4 + 2), bearing);
        }
        return metrics;
    }

    private static byte[] Changed(ReadOnlySpan<byte> table, int at, params ushort[] values)
    {
        var changed = table.ToArray();
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(at + i * 2), values[i]);
        return changed;
    }

    private static byte[] Write(List<(string Name, byte[] Bytes)> tables)
    {
        var file = new byte[12 + tables.Count * 16 + tables.Sum(table => Padded(table.Bytes.Length))];
        var entries = (int)Math.Pow(2, Math.Floor(Math.Log2(tables.Count)));
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        foreach (var (i, value) in ((int[])[tables.Count, entries * 16, (int)Math.Log2(entries), (tables.Count - entries) * 16]).Index())
            BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4 + i * 2), (ushort)value);
        var (at, head) = (12 + tables.Count * 16, 0);
        foreach (var (i, (name, bytes)) in tables.Index())
        {
            var entry = file.AsSpan(12 + i * 16);
            Encoding.Latin1.GetBytes(name, entry);
            bytes.CopyTo(file, at);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(file.AsSpan(at, Padded(bytes.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)bytes.Length);
            head = name == "head" ? at : head;
            at += Padded(bytes.Length);
        }
        // checkSumAdjustment (5.2.2)
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), unchecked(0xB1B0AFBA - Sum(file)));
        return file;
    }

    private static int Padded(int length) => (length + 3) / 4 * 4;

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var at = 0; at < bytes.Length; at += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]));
        return sum;
    }
}
