using DoanKet.Pades.Objects;

namespace DoanKet.Pades.Reading;

/// <summary>Reads the cross-references of a file from the newest to the oldest.</summary>
/// <param name="known">Sections that were read before, by their place: of later revisions of the same file.</param>
internal sealed class XrefReader(PdfSource source, Dictionary<long, XrefSection> known)
{
    /// <summary>Annex C of ISO 32000-1: the largest number of an object.</summary>
    public const int MostObjects = 8_388_607;

    private const int MostSections = 5_000;

    /// <summary>The last startxref stands in the last 1,024 bytes (Annex H of the PDF Reference, note 18).</summary>
    private const int TailLength = 1024;

    /// <summary>Where the last %%EOF ends; what follows is no part of the document.</summary>
    public long EndOfFile { get; private set; }

    /// <summary>Newest first. The stream of a hybrid section follows its table.</summary>
    public List<XrefSection> ReadAll()
    {
        var sections = new List<XrefSection>();
        var seen = new HashSet<long>();
        for (long? offset = FindStart(); offset is { } at; )
        {
            if (!seen.Add(at) || sections.Count >= MostSections)
                throw new PdfFormatException("The cross-references run in a circle", at);
            var section = ReadSection(at);
            sections.Add(section);
            if (section.HybridStream is { } hybrid)
                sections.Add(ReadHybrid(hybrid, seen));
            offset = section.Previous;
        }
        return sections;
    }

    private XrefSection ReadHybrid(long offset, HashSet<long> seen)
    {
        if (!seen.Add(offset))
            throw new PdfFormatException("The cross-references run in a circle", offset);
        var section = ReadSection(offset);
        return section.IsStream ? section : throw new PdfFormatException("/XRefStm leads to no stream", offset);
    }

    private long FindStart()
    {
        var from = Math.Max(0, source.Length - TailLength);
        var tail = source.Read(from, (int)(source.Length - from)).AsSpan();
        var eof = tail.LastIndexOf("%%EOF"u8);
        if (eof < 0)
            throw new PdfFormatException("The file does not end as a PDF file does", source.Length);
        EndOfFile = from + eof + "%%EOF".Length;
        var start = tail[..eof].LastIndexOf("startxref"u8);
        if (start < 0)
            throw new PdfFormatException("startxref is missing", source.Length);
        var cursor = new ByteCursor(source, from + start);
        cursor.Expect("startxref");
        var offset = cursor.WholeNumber();
        cursor.Position = Math.Min(cursor.Position, from + eof);
        while (Letters.IsSpace(cursor.Peek()))
            cursor.Next();
        return cursor.Position == from + eof ? offset : throw cursor.Wrong("More than a number stands after startxref");
    }

    private XrefSection ReadSection(long offset)
    {
        if (offset >= source.Length)
            throw new PdfFormatException("A cross-reference lies outside the file", offset);
        if (known.TryGetValue(offset, out var section) && section.End <= source.Length)
            return section;
        var cursor = new ByteCursor(source, offset);
        cursor.SkipSpace();
        section = cursor.TryWord("xref") ? ReadTable(cursor, offset) : ReadStream(cursor, offset);
        return known[offset] = section;
    }

    private static XrefSection ReadTable(ByteCursor cursor, long offset)
    {
        var entries = new Dictionary<int, XrefEntry>();
        for (cursor.SkipSpace(); !cursor.TryWord("trailer"); cursor.SkipSpace())
        {
            var first = cursor.WholeNumber();
            var count = cursor.WholeNumber();
            if (first + count > MostObjects + 1L)
                throw cursor.Wrong("The file has too many objects");
            for (var i = 0; i < count; i++)
                AddEntry(entries, (int)(first + i), ReadEntry(cursor), cursor);
        }
        cursor.SkipSpace();
        if (new ObjectParser(cursor).Read() is not PdfDictionary trailer)
            throw cursor.Wrong("The trailer is no dictionary");
        return new(offset, cursor.Position, IsStream: false, trailer, entries);
    }

    private static XrefEntry ReadEntry(ByteCursor cursor)
    {
        var position = cursor.WholeNumber();
        var generation = (int)cursor.WholeNumber(5);
        cursor.SkipSpace();
        if (cursor.TryWord("n"))
            return new(XrefEntryKind.InFile, position, generation);
        return cursor.TryWord("f") ? new(XrefEntryKind.Free, position, generation) : throw cursor.Wrong("A cross-reference cannot be read");
    }

    private static void AddEntry(Dictionary<int, XrefEntry> entries, int number, XrefEntry entry, ByteCursor cursor)
    {
        // Two places for one object: each reader takes another.
        if (!entries.TryAdd(number, entry))
            throw cursor.Wrong($"Object {number} has two places in one cross-reference");
    }

    private XrefSection ReadStream(ByteCursor cursor, long offset)
    {
        var stream = IndirectObject.Read(cursor, source, _ => null).Value as PdfStream;
        if (stream?.Dictionary.Name("Type") != "XRef")
            throw new PdfFormatException("There is no cross-reference where one should be", offset);
        var trailer = stream.Dictionary;
        var parameters = trailer["DecodeParms"] switch
        {
            PdfArray { Items: [PdfDictionary only] } => only,
            var other => other as PdfDictionary,
        };
        var filter = trailer["Filter"] is PdfArray { Items: [PdfName name] } ? name.Value : trailer.Name("Filter");
        var bytes = Filters.Undo(filter, parameters, source.Read(stream.Offset, (int)stream.Length));
        return new(offset, cursor.Position, IsStream: true, trailer, ReadRows(trailer, bytes, cursor));
    }

    private static Dictionary<int, XrefEntry> ReadRows(PdfDictionary trailer, byte[] bytes, ByteCursor cursor)
    {
        if (trailer["W"] is not PdfArray { Items: [PdfNumber a, PdfNumber b, PdfNumber c] })
            throw cursor.Wrong("/W of a cross-reference stream cannot be read");
        int[] widths = [Width(a), Width(b), Width(c)];
        if (widths.Min() < 0 || widths.Sum() == 0)
            throw cursor.Wrong("/W of a cross-reference stream cannot be read");
        var entries = new Dictionary<int, XrefEntry>();
        var at = 0;
        foreach (var (first, count) in Ranges(trailer, cursor))
        {
            if (first < 0 || count < 0 || first + count > MostObjects + 1L || at + count * widths.Sum() > bytes.Length)
                throw cursor.Wrong("/Index of a cross-reference stream is wrong");
            for (var i = 0; i < count; i++)
            {
                var kind = widths[0] == 0 ? 1 : Field(bytes, ref at, widths[0]);
                var position = Field(bytes, ref at, widths[1]);
                var part = Field(bytes, ref at, widths[2]);
                if (part > int.MaxValue || position < 0)
                    throw cursor.Wrong("A cross-reference cannot be read");
                // Kinds that are not known yet stand for null (7.5.8.3).
                var known = kind is 1 or 2 ? (XrefEntryKind)kind : XrefEntryKind.Free;
                AddEntry(entries, (int)(first + i), new(known, position, (int)part), cursor);
            }
        }
        return entries;
    }

    private static int Width(PdfNumber number) => number.Whole is >= 0 and <= 8 ? (int)number.Whole : -1;

    private static long Field(byte[] bytes, ref int at, int width)
    {
        var value = 0L;
        for (var i = 0; i < width; i++)
            value = (value << 8) | bytes[at++];
        return value;
    }

    private static IEnumerable<(long First, long Count)> Ranges(PdfDictionary trailer, ByteCursor cursor)
    {
        if (trailer["Index"] is not PdfArray index)
            return [(0, (trailer["Size"] as PdfNumber)?.Whole ?? throw cursor.Wrong("/Size is missing"))];
        if (index.Items.Count % 2 != 0 || index.Items.Any(item => item is not PdfNumber { Whole: >= 0 }))
            throw cursor.Wrong("/Index of a cross-reference stream is wrong");
        return index.Items.Chunk(2).Select(pair => (((PdfNumber)pair[0]).Whole!.Value, ((PdfNumber)pair[1]).Whole!.Value));
    }
}
