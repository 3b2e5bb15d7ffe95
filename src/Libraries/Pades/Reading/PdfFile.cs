using DoanKet.Pades.Encryption;
using DoanKet.Pades.Objects;

namespace DoanKet.Pades.Reading;

/// <summary>
/// A file as a reader sees it who follows the cross-references and repairs nothing. Objects are read when they are asked for; strings come
/// decrypted, streams stay as they lie in the file.
/// </summary>
internal sealed class PdfFile
{
    private readonly Dictionary<int, XrefEntry> _entries = [];
    private readonly ObjectCache _cache;
    private readonly HashSet<long> _reading = [];

    private PdfFile(PdfSource source, XrefReader reader, ObjectCache cache)
    {
        (Source, _cache) = (source, cache);
        Sections = reader.ReadAll();
        EndOfFile = reader.EndOfFile;
        foreach (var section in Sections)
        foreach (var (number, entry) in section.Entries)
            _entries.TryAdd(number, entry);
    }

    public PdfSource Source { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<XrefSection> Sections { get; }

    public long EndOfFile { get; }

    public PdfDictionary Trailer => Sections[0].Trailer;

    public StandardEncryption? Encryption { get; private set; }

    public IEnumerable<int> Numbers => _entries.Keys;

    /// <param name="password">Of an encrypted file; null and "" open what opens without.</param>
    /// <exception cref="PdfFormatException"/>
    /// <exception cref="PdfRefusedException">The password is wrong, or the encryption is not known.</exception>
    public static PdfFile Open(PdfSource source, string? password = null)
    {
        // Offsets count from %PDF- for some readers and from the first byte for others.
        if (source.Length < 8 || !source.Read(0, 5).AsSpan().SequenceEqual("%PDF-"u8))
            throw new PdfFormatException("The file does not begin as a PDF file does", 0);
        var file = Read(source, new());
        if (file.Trailer["Encrypt"] is { } encrypt)
        {
            var dictionary = file.Resolve(encrypt) as PdfDictionary ?? throw new PdfFormatException("/Encrypt cannot be read");
            file._cache.Clear();
            file.Encryption = StandardEncryption.Open(dictionary, file.FirstId, password ?? "");
        }
        return file;
    }

    /// <summary>The file as it was when only its first bytes were there. What both hold is read once.</summary>
    public PdfFile At(long length)
    {
        var source = Source.First(length);
        var file = Read(source, _cache);
        file.Encryption = Encryption;
        return file;
    }

    private static PdfFile Read(PdfSource source, ObjectCache cache) => new(source, new(source, cache.Sections), cache);

    private byte[] FirstId => Trailer["ID"] is PdfArray { Items: [PdfString first, ..] } ? first.Bytes : [];

    public PdfDictionary Catalog => Resolve(Trailer["Root"]) as PdfDictionary ?? throw new PdfFormatException("The file has no catalog");

    public XrefEntry? EntryOf(int number) => _entries.TryGetValue(number, out var entry) ? entry : null;

    /// <summary>What a reference leads to; null for what is free or absent (7.3.10).</summary>
    public PdfObject? Resolve(PdfObject? value)
    {
        for (var steps = 0; value is PdfReference reference; steps++)
        {
            if (steps == 32)
                throw new PdfFormatException($"References lead in a circle at object {reference.Number}");
            value = Get(reference);
        }
        return value is PdfNull ? null : value;
    }

    public PdfDictionary? Dictionary(PdfObject? value) =>
        Resolve(value) switch
        {
            PdfStream stream => stream.Dictionary,
            var other => other as PdfDictionary,
        };

    public PdfArray? Array(PdfObject? value) => Resolve(value) as PdfArray;

    public PdfObject? Get(PdfReference reference)
    {
        if (!_entries.TryGetValue(reference.Number, out var entry) || entry.Kind == XrefEntryKind.Free)
            return null;
        if (entry.Kind == XrefEntryKind.InObjectStream)
            return reference.Generation == 0 ? ReadCompressed(reference.Number, entry) : null;
        if (entry.Part != reference.Generation)
            return null;
        return _cache.GetOrRead(entry.Position, () => ReadAt(reference, entry.Position));
    }

    private PdfObject ReadAt(PdfReference reference, long offset)
    {
        if (offset >= Source.Length)
            throw new PdfFormatException($"Object {reference.Number} lies outside the file", offset);
        if (!_reading.Add(offset))
            throw new PdfFormatException($"Object {reference.Number} needs itself to be read", offset);
        try
        {
            var found = IndirectObject.Read(new(Source, offset), Source, Resolve);
            if (found.Number != reference.Number || found.Generation != reference.Generation)
                throw new PdfFormatException($"Object {found.Number} stands where {reference.Number} should be", offset);
            var isPlain = Encryption is null || IsEncryptDictionary(reference) || IsXrefStream(found.Value);
            return isPlain ? found.Value : Encryption!.DecryptStrings(found.Value, reference);
        }
        finally
        {
            _reading.Remove(offset);
        }
    }

    private bool IsEncryptDictionary(PdfReference reference) => reference.Equals(Trailer["Encrypt"]);

    private static bool IsXrefStream(PdfObject value) => value is PdfStream stream && stream.Dictionary.Name("Type") == "XRef";

    private PdfObject? ReadCompressed(int number, XrefEntry entry)
    {
        if (entry.Position > XrefReader.MostObjects)
            throw new PdfFormatException($"Object {number} lies in no object stream");
        var container = EntryOf((int)entry.Position);
        if (container is not { Kind: XrefEntryKind.InFile } place)
            throw new PdfFormatException($"Object {number} lies in no object stream");
        var stream = Get(new((int)entry.Position, place.Part)) as PdfStream;
        if (stream?.Dictionary.Name("Type") != "ObjStm")
            throw new PdfFormatException($"Object {number} lies in no object stream", place.Position);
        var contents = _cache.GetOrUnpack(place.Position, () => Unpack(stream, (int)entry.Position, place.Part));
        return contents.At(entry.Part, number);
    }

    private ObjectStream Unpack(PdfStream stream, int number, int generation) =>
        ObjectStream.Read(stream.Dictionary, Bytes(stream, new(number, generation)), Resolve);

    /// <summary>The bytes of a stream, decrypted and unpacked.</summary>
    public byte[] Bytes(PdfStream stream, PdfReference reference)
    {
        var bytes = RawBytes(stream);
        if (Encryption is not null)
            bytes = Encryption.DecryptStream(bytes, stream.Dictionary, reference);
        var filter = Resolve(stream.Dictionary["Filter"]);
        if (filter is PdfArray filters)
        {
            filter = filters.Items switch
            {
                [] => null,
                [var only] => Resolve(only),
                _ => throw new PdfFormatException($"Object {reference.Number} is packed more than once"),
            };
        }
        var parameters = Resolve(stream.Dictionary["DecodeParms"]);
        if (parameters is PdfArray { Items: [var first, ..] })
            parameters = Resolve(first);
        return Filters.Undo((filter as PdfName)?.Value, parameters as PdfDictionary, bytes);
    }

    /// <summary>The bytes of a stream as they lie in the file.</summary>
    public byte[] RawBytes(PdfStream stream) => stream.NewBytes ?? Source.Read(stream.Offset, (int)stream.Length);
}
