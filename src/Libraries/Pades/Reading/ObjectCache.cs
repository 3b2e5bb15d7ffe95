using DoanKet.Pades.Objects;

namespace DoanKet.Pades.Reading;

/// <summary>What was read of a file, by its place. Bytes that are there do not change, so all revisions of a file share it.</summary>
internal sealed class ObjectCache
{
    private readonly Dictionary<long, PdfObject> _objects = [];
    private readonly Dictionary<long, ObjectStream> _streams = [];

    /// <summary>Cross-references by their place.</summary>
    public Dictionary<long, XrefSection> Sections { get; } = [];

    public PdfObject GetOrRead(long offset, Func<PdfObject> read)
    {
        if (!_objects.TryGetValue(offset, out var known))
            _objects[offset] = known = read();
        return known;
    }

    public ObjectStream GetOrUnpack(long offset, Func<ObjectStream> unpack)
    {
        if (!_streams.TryGetValue(offset, out var known))
            _streams[offset] = known = unpack();
        return known;
    }

    public void Clear()
    {
        _objects.Clear();
        _streams.Clear();
    }
}
