namespace DoanKet.Pades.Objects;

/// <summary>A value in a PDF file (ISO 32000-2, 7.3).</summary>
internal abstract record PdfObject;

internal sealed record PdfNull : PdfObject
{
    public static readonly PdfNull Instance = new();
}

internal sealed record PdfBoolean(bool Value) : PdfObject;

/// <param name="Text">As it stands in the file: what is written again is written alike.</param>
internal sealed record PdfNumber(double Value, string Text) : PdfObject
{
    public PdfNumber(long value)
        : this(value, value.ToString()) { }

    public static PdfNumber From(double value) => new(value, Math.Round(value, 3).ToString("0.###"));

    /// <summary>Null where it is no whole number.</summary>
    public long? Whole => long.TryParse(Text, out var whole) ? whole : null;
}

/// <param name="Value">Without the slash and with #xx undone; a byte is a character.</param>
internal sealed record PdfName(string Value) : PdfObject;

internal sealed record PdfReference(int Number, int Generation) : PdfObject;

/// <summary>Bytes that are written as they are: the holes of a signature, filled later.</summary>
internal sealed record PdfRaw(byte[] Bytes) : PdfObject;

/// <summary>The characters of a string, not encrypted.</summary>
/// <param name="IsHex">Written between angle brackets.</param>
internal sealed record PdfString(byte[] Bytes, bool IsHex = false) : PdfObject
{
    public bool Equals(PdfString? other) => other is not null && Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override int GetHashCode() => Bytes.Length;
}

internal sealed record PdfArray(List<PdfObject> Items) : PdfObject
{
    public static PdfArray Of(params PdfObject[] items) => new([.. items]);

    public static PdfArray OfNumbers(params double[] numbers) => new([.. numbers.Select(PdfNumber.From)]);
}

/// <summary>A dictionary with bytes. They stay in the file until somebody asks for them.</summary>
/// <param name="Offset">Where the bytes begin in the file; -1 for new ones.</param>
/// <param name="NewBytes">Of a stream that is yet to be written.</param>
internal sealed record PdfStream(PdfDictionary Dictionary, long Offset, long Length, byte[]? NewBytes = null) : PdfObject
{
    public PdfStream(PdfDictionary dictionary, byte[] bytes)
        : this(dictionary, -1, bytes.Length, bytes) { }
}
