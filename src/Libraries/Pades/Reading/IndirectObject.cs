using DoanKet.Pades.Objects;

namespace DoanKet.Pades.Reading;

/// <summary>"12 0 obj … endobj" (ISO 32000-2, 7.3.10).</summary>
internal sealed record IndirectObject(int Number, int Generation, PdfObject Value)
{
    /// <param name="resolve">For /Length of a stream that stands in another object.</param>
    public static IndirectObject Read(ByteCursor cursor, PdfSource source, Func<PdfReference, PdfObject?> resolve)
    {
        var number = (int)cursor.WholeNumber(9);
        var generation = (int)cursor.WholeNumber(5);
        cursor.Expect("obj");
        var value = new ObjectParser(cursor).Read();
        cursor.SkipSpace();
        if (value is PdfDictionary dictionary && cursor.TryWord("stream"))
            value = ReadStream(cursor, source, dictionary, resolve);
        cursor.Expect("endobj");
        return new(number, generation, value);
    }

    private static PdfStream ReadStream(
        ByteCursor cursor,
        PdfSource source,
        PdfDictionary dictionary,
        Func<PdfReference, PdfObject?> resolve
    )
    {
        if (cursor.Peek() == '\r')
            cursor.Next();
        if (cursor.Next() != '\n')
            throw cursor.Wrong("A stream does not begin on a new line");
        var offset = cursor.Position;
        var stated = dictionary["Length"] is PdfReference reference ? resolve(reference) : dictionary["Length"];
        if (stated is not PdfNumber { Whole: >= 0L and var length } || offset + length > source.Length)
            throw cursor.Wrong("/Length of a stream is wrong");
        cursor.Position = offset + length;
        while (Letters.IsSpace(cursor.Peek()))
            cursor.Next();
        cursor.Expect("endstream");
        if (length > int.MaxValue)
            throw cursor.Wrong("A stream is too large");
        return new(dictionary, offset, length);
    }
}
