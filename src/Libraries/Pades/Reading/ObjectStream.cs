using DoanKet.Pades.Objects;

namespace DoanKet.Pades.Reading;

/// <summary>Objects packed together (ISO 32000-2, 7.5.7).</summary>
internal sealed class ObjectStream
{
    private readonly PdfSource _bytes;
    private readonly (int Number, long Offset)[] _places;
    private readonly PdfObject?[] _values;

    private ObjectStream(PdfSource bytes, (int Number, long Offset)[] places) =>
        (_bytes, _places, _values) = (bytes, places, new PdfObject?[places.Length]);

    public static ObjectStream Read(PdfDictionary dictionary, byte[] bytes, Func<PdfObject?, PdfObject?> resolve)
    {
        var count = (resolve(dictionary["N"]) as PdfNumber)?.Whole;
        var first = (resolve(dictionary["First"]) as PdfNumber)?.Whole;
        if (count is null or < 0 || count > bytes.Length || first is null or < 0 || first > bytes.Length)
            throw new PdfFormatException("An object stream cannot be read");
        var source = PdfSource.FromBytes(bytes);
        var cursor = new ByteCursor(source, 0);
        var places = new (int, long)[count.Value];
        for (var i = 0; i < places.Length; i++)
            places[i] = ((int)cursor.WholeNumber(9), first.Value + cursor.WholeNumber());
        return new(source, places);
    }

    /// <summary>The object at an index, which must have the number that the cross-reference says.</summary>
    public PdfObject At(int index, int number)
    {
        if (index >= _places.Length || _places[index].Number != number)
            throw new PdfFormatException($"Object {number} is not in its object stream");
        if (_values[index] is { } known)
            return known;
        var value = new ObjectParser(new(_bytes, _places[index].Offset)).Read();
        return _values[index] = value;
    }
}
