using System.Text;
using DoanKet.Pades.Encryption;
using DoanKet.Pades.Objects;

namespace DoanKet.Pades.Writing;

/// <summary>Writes values as ISO 32000-2, 7.3 has them.</summary>
/// <param name="at">Where <paramref name="to"/> begins in the file.</param>
/// <param name="encryption">Of the file; null where it has none.</param>
internal sealed class ObjectWriter(MemoryStream to, long at, StandardEncryption? encryption)
{
    private static readonly byte[] HexDigits = "0123456789ABCDEF"u8.ToArray();
    private PdfReference _object = new(0, 0);

    /// <summary>Where in the file the bytes of each <see cref="PdfRaw"/> begin.</summary>
    public Dictionary<PdfRaw, long> Places { get; } = new(ReferenceEqualityComparer.Instance);

    public long Position => at + to.Length;

    public void WriteIndirect(PdfReference reference, PdfObject value)
    {
        _object = reference;
        Text($"{reference.Number} {reference.Generation} obj\n");
        if (value is PdfStream stream)
            WriteStream(stream);
        else
            Write(value);
        Text("\nendobj\n");
    }

    /// <summary>A stream that is not encrypted: the cross-reference.</summary>
    public void WritePlain(PdfReference reference, PdfStream stream)
    {
        Text($"{reference.Number} {reference.Generation} obj\n");
        WriteStreamBytes(stream.Dictionary, stream.NewBytes!, isPlain: true);
        Text("\nendobj\n");
    }

    private void WriteStream(PdfStream stream)
    {
        var bytes = stream.NewBytes ?? throw new InvalidOperationException("A stream of the file is never written again.");
        WriteStreamBytes(stream.Dictionary, encryption?.EncryptStream(bytes, stream.Dictionary, _object) ?? bytes, isPlain: false);
    }

    private void WriteStreamBytes(PdfDictionary dictionary, byte[] bytes, bool isPlain)
    {
        var withLength = dictionary.Copy();
        withLength["Length"] = new PdfNumber(bytes.Length);
        Write(withLength, isPlain);
        Text("\nstream\n");
        to.Write(bytes);
        Text("\nendstream");
    }

    public void Write(PdfObject value, bool isPlain = false)
    {
        switch (value)
        {
            case PdfNull:
                Text("null");
                break;
            case PdfBoolean boolean:
                Text(boolean.Value ? "true" : "false");
                break;
            case PdfNumber number:
                Text(number.Text);
                break;
            case PdfReference reference:
                Text($"{reference.Number} {reference.Generation} R");
                break;
            case PdfName name:
                WriteName(name.Value);
                break;
            case PdfString text:
                WriteString(text, isPlain);
                break;
            case PdfRaw raw:
                Places.Add(raw, Position);
                to.Write(raw.Bytes);
                break;
            case PdfArray array:
                WriteArray(array, isPlain);
                break;
            case PdfDictionary dictionary:
                WriteDictionary(dictionary, isPlain);
                break;
            default:
                throw new InvalidOperationException($"{value.GetType().Name} stands in no other value.");
        }
    }

    private void WriteArray(PdfArray array, bool isPlain)
    {
        Text("[");
        for (var i = 0; i < array.Items.Count; i++)
        {
            if (i > 0)
                Text(" ");
            Write(array.Items[i], isPlain);
        }
        Text("]");
    }

    private void WriteDictionary(PdfDictionary dictionary, bool isPlain)
    {
        Text("<<");
        foreach (var (key, entry) in dictionary.Entries)
        {
            WriteName(key);
            Text(" ");
            Write(entry, isPlain || StandardEncryption.IsSignatureValue(dictionary, key));
        }
        Text(">>");
    }

    private void WriteString(PdfString text, bool isPlain)
    {
        var bytes = isPlain || encryption is null ? text.Bytes : encryption.EncryptString(text.Bytes, _object);
        var isHex = text.IsHex || bytes.Any(letter => letter is < 0x20 or > 0x7E);
        Text(isHex ? $"<{Convert.ToHexString(bytes)}>" : $"({Escape(bytes)})");
    }

    private static string Escape(byte[] bytes) =>
        Encoding
            .Latin1.GetString(bytes)
            .Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("(", @"\(", StringComparison.Ordinal)
            .Replace(")", @"\)", StringComparison.Ordinal);

    private void WriteName(string name)
    {
        to.WriteByte((byte)'/');
        foreach (var letter in name)
        {
            if (letter is > ' ' and <= '~' and not '#' && !Reading.Letters.IsDelimiter(letter))
            {
                to.WriteByte((byte)letter);
                continue;
            }
            to.Write([(byte)'#', HexDigits[(letter >> 4) & 15], HexDigits[letter & 15]]);
        }
    }

    public void Text(string text)
    {
        foreach (var letter in text)
            to.WriteByte((byte)letter);
    }
}
