using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DoanKet.Pades.Writing;

namespace DoanKet.Pades;

/// <summary>An update that waits for the value of its signature: everything else is there and will not change.</summary>
internal sealed record PreparedUpdate(long OriginalLength, byte[] Appended, long ContentsAt, int ContentsLength)
{
    /// <summary>Bytes of the value that there is room for.</summary>
    public int Room => (ContentsLength - 2) / 2;

    public static PreparedUpdate From(IncrementalUpdate update, SignatureDictionary signature)
    {
        var (bytes, places) = update.Write();
        var start = update.File.Source.Length;
        var contentsAt = places[signature.Contents];
        var contentsEnd = contentsAt + signature.Contents.Bytes.Length;
        var range = string.Create(CultureInfo.InvariantCulture, $"0 {contentsAt} {contentsEnd} {start + bytes.Length - contentsEnd}");
        Encoding.ASCII.GetBytes(range).CopyTo(bytes, places[signature.ByteRange] - start + 1);
        return new(start, bytes, contentsAt, signature.Contents.Bytes.Length);
    }

    /// <summary>The hash of all bytes but the hole.</summary>
    public byte[] HashOf(PdfSource original, HashAlgorithmName algorithm)
    {
        using var hash = IncrementalHash.CreateHash(algorithm);
        original.ForEach(0, OriginalLength, part => hash.AppendData(part.Span));
        var hole = (int)(ContentsAt - OriginalLength);
        hash.AppendData(Appended.AsSpan(0, hole));
        hash.AppendData(Appended.AsSpan(hole + ContentsLength));
        return hash.GetHashAndReset();
    }

    /// <summary>What is appended to the file, with the value in its place.</summary>
    /// <exception cref="PdfRefusedException">The value is longer than its place.</exception>
    public byte[] Fill(byte[] value)
    {
        if (value.Length > Room)
            throw new PdfRefusedException(PdfRefusal.Room, $"The signature needs {value.Length} bytes, and {Room} were reserved.");
        var filled = (byte[])Appended.Clone();
        Encoding.ASCII.GetBytes(Convert.ToHexString(value)).CopyTo(filled, ContentsAt - OriginalLength + 1);
        return filled;
    }
}
