using System.Security.Cryptography;
using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>
/// /ByteRange of a signature (ISO 32000-2, 12.8.1): everything from the first byte to the end of the revision, but for one value.
/// </summary>
/// <param name="GapStart">Where the value begins, with its bracket.</param>
/// <param name="GapEnd">Behind its closing bracket.</param>
/// <param name="End">Of the revision.</param>
internal sealed record ByteRange(long GapStart, long GapEnd, long End)
{
    /// <returns>Null with the reason where it does not cover a whole revision.</returns>
    public static ByteRange? Read(PdfFile file, PdfDictionary signature, out string? problem)
    {
        problem = null;
        var numbers = file.Array(signature["ByteRange"])?.Items.Select(item => (item as PdfNumber)?.Whole ?? -1).ToList();
        if (numbers is not [0, > 0 and var first, var second, >= 0 and var length] || second <= first)
        {
            problem = "/ByteRange is no range of all bytes but one value.";
            return null;
        }
        if (length > file.Source.Length || second > file.Source.Length - length)
        {
            problem = "/ByteRange reaches beyond the end of the file.";
            return null;
        }
        var range = new ByteRange(first, second, second + length);
        if (file.Resolve(signature["Contents"]) is PdfString contents && range.GapIsOnly(file.Source, contents.Bytes))
            return range;
        problem = "Between the signed bytes stands something else than the signature's value.";
        return null;
    }

    /// <summary>The hash of the signed bytes.</summary>
    public byte[] Hash(PdfSource source, HashAlgorithmName algorithm)
    {
        using var hash = IncrementalHash.CreateHash(algorithm);
        source.ForEach(0, GapStart, part => hash.AppendData(part.Span));
        source.ForEach(GapEnd, End, part => hash.AppendData(part.Span));
        return hash.GetHashAndReset();
    }

    /// <summary>
    /// One bracket, hexadecimal digits, one bracket, and what they say is what the dictionary says: no byte can hide there.
    /// </summary>
    private bool GapIsOnly(PdfSource source, byte[] value)
    {
        if (GapEnd - GapStart != 2L * value.Length + 2)
            return false;
        var gap = source.Read(GapStart, (int)(GapEnd - GapStart));
        if (gap[0] != '<' || gap[^1] != '>')
            return false;
        for (var i = 0; i < value.Length; i++)
        {
            var (high, low) = (Letters.HexValue(gap[1 + 2 * i]), Letters.HexValue(gap[2 + 2 * i]));
            if (high < 0 || low < 0 || high * 16 + low != value[i])
                return false;
        }
        return true;
    }
}
