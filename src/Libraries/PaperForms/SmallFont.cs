using System.Buffers.Binary;
using System.Text;

namespace DoanKet.PaperForms;

/// <summary>
/// A TrueType file without the outlines and tables that papers do not need. The drawing library puts whole files into a PDF: two faces of
/// two thousand glyphs made every letter four hundred kilobytes large. Numbers and widths of the glyphs stay, and so does the layout.
/// </summary>
internal static class SmallFont
{
    private const uint TrueType = 0x00010000;

    private const int DirectoryEntry = 16,
        DirectoryStart = 12,
        LocationFormat = 50,
        CheckSumAdjustment = 8;

    // Of the components of a composite glyph (OpenType, table "glyf").
    private const int HasWords = 0x1,
        HasScale = 0x8,
        HasMore = 0x20,
        HasTwoScales = 0x40,
        HasMatrix = 0x80,
        HasInstructions = 0x100;

    private const int OutlineHeader = 10;

    /// <summary>What a reader of the PDF draws with; nothing here sets text by the other tables.</summary>
    private static readonly string[] Needed = ["OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name"];

    /// <param name="glyphs">Whose outlines stay, with those that they are put together of.</param>
    /// <returns>Null for a file of another kind, or one that contradicts itself.</returns>
    public static byte[]? Of(byte[] file, IEnumerable<ushort> glyphs)
    {
        try
        {
            return Reduce(file, glyphs);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static byte[]? Reduce(byte[] file, IEnumerable<ushort> glyphs)
    {
        if (file.Length < DirectoryStart || BinaryPrimitives.ReadUInt32BigEndian(file) != TrueType)
            return null;
        var tables = Read(file);
        if (Needed.Any(name => !tables.ContainsKey(name)) || tables["head"].Length < LocationFormat + 2)
            return null;
        var outlines = Outlines(tables);
        var kept = Closure(outlines, glyphs.Prepend((ushort)0));
        var (glyf, loca) = Write(outlines, kept);
        var head = tables["head"].ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(LocationFormat), 1);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(CheckSumAdjustment), 0);
        // Without the glyphs' names.
        var post = tables.TryGetValue("post", out var before) && before.Length >= 32 ? before[..32].ToArray() : new byte[32];
        BinaryPrimitives.WriteUInt32BigEndian(post, 0x00030000);
        var written = Needed.ToDictionary(name => name, name => tables[name].ToArray(), StringComparer.Ordinal);
        (written["glyf"], written["loca"], written["head"], written["post"]) = (glyf, loca, head, post);
        return Assemble(written);
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Read(byte[] file)
    {
        var tables = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4)); i++)
        {
            var entry = file.AsSpan(DirectoryStart + i * DirectoryEntry, DirectoryEntry);
            var (offset, length) = (BinaryPrimitives.ReadInt32BigEndian(entry[8..]), BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
            tables[Encoding.ASCII.GetString(entry[..4])] = file.AsMemory(offset, length);
        }
        return tables;
    }

    /// <summary>The data of each glyph; of none for a blank.</summary>
    private static ReadOnlyMemory<byte>[] Outlines(Dictionary<string, ReadOnlyMemory<byte>> tables)
    {
        var (glyf, loca) = (tables["glyf"], tables["loca"]);
        var isLong = BinaryPrimitives.ReadInt16BigEndian(tables["head"].Span[LocationFormat..]) == 1;
        var count = BinaryPrimitives.ReadUInt16BigEndian(tables["maxp"].Span[4..]);
        return [.. Enumerable.Range(0, count).Select(i => glyf[Place(i)..Place(i + 1)])];

        int Place(int index) =>
            isLong
                ? BinaryPrimitives.ReadInt32BigEndian(loca.Span[(4 * index)..])
                : 2 * BinaryPrimitives.ReadUInt16BigEndian(loca.Span[(2 * index)..]);
    }

    private static HashSet<int> Closure(ReadOnlyMemory<byte>[] outlines, IEnumerable<ushort> glyphs)
    {
        var waiting = new Stack<int>(glyphs.Select(glyph => (int)glyph));
        var kept = new HashSet<int>();
        while (waiting.TryPop(out var glyph))
        {
            if (glyph < outlines.Length && kept.Add(glyph))
                foreach (var part in Components(outlines[glyph]))
                    waiting.Push(part);
        }
        return kept;
    }

    private static List<int> Components(ReadOnlyMemory<byte> outline) => Composite(outline.Span) is { } found ? found.Parts : [];

    /// <returns>Null for an outline of its own; else its parts, and where they end.</returns>
    private static (List<int> Parts, int End)? Composite(ReadOnlySpan<byte> outline)
    {
        if (outline.Length < OutlineHeader || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            return null;
        List<int> parts = [];
        var (at, flags) = (OutlineHeader, HasMore);
        while ((flags & HasMore) != 0)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += PartLength(flags);
        }
        return (parts, at);
    }

    private static int PartLength(int flags)
    {
        var scale =
            (flags & HasScale) != 0 ? 2
            : (flags & HasTwoScales) != 0 ? 4
            : (flags & HasMatrix) != 0 ? 8
            : 0;
        return 4 + ((flags & HasWords) != 0 ? 4 : 2) + scale;
    }

    /// <summary>Without what fits letters to the dots of a screen.</summary>
    private static byte[] Plain(ReadOnlySpan<byte> outline)
    {
        if (outline.Length < OutlineHeader)
            return [];
        if (Composite(outline) is { } composite)
        {
            var parts = outline[..composite.End].ToArray();
            var at = OutlineHeader;
            for (var flags = HasMore; (flags & HasMore) != 0; )
            {
                flags = BinaryPrimitives.ReadUInt16BigEndian(parts.AsSpan(at));
                BinaryPrimitives.WriteUInt16BigEndian(parts.AsSpan(at), (ushort)(flags & ~HasInstructions));
                at += PartLength(flags);
            }
            return parts;
        }
        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        var end = OutlineHeader + 2 * contours;
        var instructions = BinaryPrimitives.ReadUInt16BigEndian(outline[end..]);
        return [.. outline[..end], 0, 0, .. outline[(end + 2 + instructions)..]];
    }

    private static (byte[] Outlines, byte[] Locations) Write(ReadOnlyMemory<byte>[] outlines, HashSet<int> kept)
    {
        var glyf = new MemoryStream();
        var loca = new byte[4 * (outlines.Length + 1)];
        for (var i = 0; i < outlines.Length; i++)
        {
            if (kept.Contains(i))
                glyf.Write(Plain(outlines[i].Span));
            glyf.Write(new byte[(4 - glyf.Length % 4) % 4]);
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * (i + 1)), (int)glyf.Length);
        }
        return (glyf.ToArray(), loca);
    }

    private static byte[] Assemble(Dictionary<string, byte[]> tables)
    {
        var names = tables.Keys.Order(StringComparer.Ordinal).ToList();
        var power = (int)Math.Log2(names.Count);
        var file = new MemoryStream();
        var directory = new byte[DirectoryStart + names.Count * DirectoryEntry];
        BinaryPrimitives.WriteUInt32BigEndian(directory, TrueType);
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(4), (ushort)names.Count);
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(10), (ushort)(16 * names.Count - (16 << power)));
        file.Write(directory);
        foreach (var (name, i) in names.Select((name, i) => (name, i)))
        {
            var entry = directory.AsSpan(DirectoryStart + i * DirectoryEntry, DirectoryEntry);
            Encoding.ASCII.GetBytes(name, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(tables[name]));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], (int)file.Length);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], tables[name].Length);
            file.Write(tables[name]);
            file.Write(new byte[(4 - file.Length % 4) % 4]);
        }
        var bytes = file.ToArray();
        directory.CopyTo(bytes, 0);
        var head = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(DirectoryStart + names.IndexOf("head") * DirectoryEntry + 8));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(head + CheckSumAdjustment), unchecked(0xB1B0AFBA - Sum(bytes)));
        return bytes;
    }

    private static uint Sum(ReadOnlySpan<byte> data)
    {
        uint sum = 0;
        Span<byte> last = stackalloc byte[4];
        for (; data.Length > 0; data = data[Math.Min(4, data.Length)..])
        {
            last.Clear();
            data[..Math.Min(4, data.Length)].CopyTo(last);
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(last));
        }
        return sum;
    }
}
