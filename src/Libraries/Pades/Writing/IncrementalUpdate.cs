using System.Security.Cryptography;
using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades.Writing;

/// <summary>
/// New and changed objects behind the bytes of a file (ISO 32000-2, 7.5.6). The file's own bytes are never touched, so what was signed
/// stays as it was signed.
/// </summary>
internal sealed class IncrementalUpdate(PdfFile file)
{
    private readonly SortedDictionary<int, (PdfReference Reference, PdfObject Value)> _objects = [];
    private int _next = NextNumber(file);

    public PdfFile File => file;

    public PdfReference Add(PdfObject value)
    {
        if (_next > XrefReader.MostObjects)
            throw new PdfRefusedException(PdfRefusal.Room, "The file has as many objects as a file can have.");
        var reference = new PdfReference(_next++, 0);
        _objects[reference.Number] = (reference, value);
        return reference;
    }

    public void Replace(PdfReference reference, PdfObject value) => _objects[reference.Number] = (reference, value);

    /// <summary>What a reference leads to once this update is there.</summary>
    public PdfObject? Resolve(PdfObject? value) =>
        value is PdfReference reference && _objects.TryGetValue(reference.Number, out var changed)
            ? Resolve(changed.Value)
            : file.Resolve(value);

    /// <summary>The bytes to append, and where in the file each <see cref="PdfRaw"/> stands.</summary>
    public (byte[] Bytes, Dictionary<PdfRaw, long> Places) Write()
    {
        var bytes = new MemoryStream();
        var writer = new ObjectWriter(bytes, file.Source.Length, file.Encryption);
        writer.Text(LineBreak());
        var entries = new SortedDictionary<int, XrefEntry>();
        foreach (var (number, (reference, value)) in _objects)
        {
            entries[number] = new(XrefEntryKind.InFile, writer.Position, reference.Generation);
            writer.WriteIndirect(reference, value);
        }
        var start = writer.Position;
        if (file.Sections[0].IsStream)
            WriteXrefStream(writer, entries);
        else
            WriteXrefTable(writer, entries);
        writer.Text($"startxref\n{start}\n%%EOF\n");
        return (bytes.ToArray(), writer.Places);
    }

    /// <summary>
    /// A lone CR that ends the signed bytes would become a line end of two bytes with an LF behind it, and longer than what was signed.
    /// </summary>
    private string LineBreak() =>
        file.Source.Read(file.Source.Length - 1, 1)[0] switch
        {
            (byte)'\n' => "",
            (byte)'\r' => "\r",
            _ => "\n",
        };

    private static int NextNumber(PdfFile file)
    {
        var stated = (file.Trailer["Size"] as PdfNumber)?.Whole ?? throw new PdfFormatException("/Size is missing");
        return (int)Math.Max(Math.Min(stated, XrefReader.MostObjects + 1L), file.Numbers.DefaultIfEmpty().Max() + 1);
    }

    private PdfDictionary NewTrailer(int size)
    {
        var trailer = new PdfDictionary();
        // /XRefStm of a hybrid file is left out: newer readers would find the old objects by it.
        string[] ofTheOldSection = ["Prev", "XRefStm", "Length", "Filter", "DecodeParms", "W", "Index", "Type"];
        foreach (var (key, value) in file.Trailer.Entries.Where(entry => !ofTheOldSection.Contains(entry.Key)))
            trailer[key] = value;
        trailer["Size"] = new PdfNumber(size);
        trailer["Prev"] = new PdfNumber(file.Sections[0].Offset);
        if (trailer["ID"] is PdfArray { Items: [var first, _] })
            trailer["ID"] = PdfArray.Of(first, new PdfString(RandomNumberGenerator.GetBytes(16), IsHex: true));
        return trailer;
    }

    private void WriteXrefTable(ObjectWriter writer, SortedDictionary<int, XrefEntry> entries)
    {
        writer.Text("xref\n");
        foreach (var (first, run) in Runs(entries))
        {
            writer.Text($"{first} {run.Count}\n");
            // 20 bytes each, with the line end of two (7.5.4).
            foreach (var entry in run)
                writer.Text($"{entry.Position:D10} {entry.Part:D5} n \n");
        }
        writer.Text("trailer\n");
        writer.Write(NewTrailer(_next), isPlain: true);
        writer.Text("\n");
    }

    private void WriteXrefStream(ObjectWriter writer, SortedDictionary<int, XrefEntry> entries)
    {
        var own = new PdfReference(_next, 0);
        entries[own.Number] = new(XrefEntryKind.InFile, writer.Position, 0);
        var trailer = NewTrailer(own.Number + 1);
        // Some readers know no positions of more than four bytes, and few files need them.
        var positionBytes = writer.Position <= uint.MaxValue ? 4 : 8;
        var index = new List<PdfObject>();
        var rows = new MemoryStream();
        foreach (var (first, run) in Runs(entries))
        {
            index.AddRange([new PdfNumber(first), new PdfNumber(run.Count)]);
            foreach (var entry in run)
            {
                rows.WriteByte((byte)XrefEntryKind.InFile);
                for (var shift = (positionBytes - 1) * 8; shift >= 0; shift -= 8)
                    rows.WriteByte((byte)(entry.Position >> shift));
                rows.Write([(byte)(entry.Part >> 8), (byte)entry.Part]);
            }
        }
        trailer["Type"] = new PdfName("XRef");
        trailer["W"] = PdfArray.Of(new PdfNumber(1), new PdfNumber(positionBytes), new PdfNumber(2));
        trailer["Index"] = new PdfArray(index);
        trailer["Filter"] = new PdfName("FlateDecode");
        writer.WritePlain(own, new(trailer, Filters.Flate(rows.ToArray())));
    }

    private static IEnumerable<(int First, List<XrefEntry> Run)> Runs(SortedDictionary<int, XrefEntry> entries)
    {
        var run = new List<XrefEntry>();
        var first = 0;
        foreach (var (number, entry) in entries)
        {
            if (run.Count > 0 && number != first + run.Count)
            {
                yield return (first, run);
                run = [];
            }
            if (run.Count == 0)
                first = number;
            run.Add(entry);
        }
        if (run.Count > 0)
            yield return (first, run);
    }
}
