using System.IO.Compression;
using DoanKet.Pades.Objects;

namespace DoanKet.Pades.Reading;

/// <summary>
/// Undoes /FlateDecode with its predictors (ISO 32000-2, 7.4.4): what cross-reference and object streams are packed with.
/// </summary>
internal static class Filters
{
    /// <summary>Of one cross-reference or object stream, unpacked.</summary>
    private const int MostBytes = 256 * 1024 * 1024;

    /// <param name="parameters">/DecodeParms, resolved.</param>
    public static byte[] Undo(string? filter, PdfDictionary? parameters, byte[] packed)
    {
        if (filter is null)
            return packed;
        if (filter is not ("FlateDecode" or "Fl"))
            throw new PdfFormatException($"A stream is packed by {filter}, which is not read here");
        var bytes = Inflate(packed);
        var predictor = Whole(parameters, "Predictor", 1);
        return predictor switch
        {
            1 => bytes,
            >= 10 and <= 15 => UndoPng(bytes, RowLength(parameters!), Math.Max(1, PixelBits(parameters!) / 8)),
            _ => throw new PdfFormatException($"Predictor {predictor} is not read here"),
        };
    }

    public static byte[] Flate(ReadOnlySpan<byte> bytes)
    {
        var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal))
            deflate.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Inflate(byte[] packed)
    {
        using var inflate = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; (read = inflate.Read(buffer)) > 0; )
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > MostBytes)
                    throw new PdfFormatException("A stream is too large");
            }
        }
        catch (InvalidDataException)
        {
            throw new PdfFormatException("A packed stream is broken");
        }
        return bytes.ToArray();
    }

    private static long Whole(PdfDictionary? parameters, string key, long usual) => (parameters?[key] as PdfNumber)?.Whole ?? usual;

    private static long PixelBits(PdfDictionary parameters) =>
        Math.Clamp(Whole(parameters, "Colors", 1), 1, 32) * Math.Clamp(Whole(parameters, "BitsPerComponent", 8), 1, 16);

    private static int RowLength(PdfDictionary parameters) =>
        (int)((PixelBits(parameters) * Math.Clamp(Whole(parameters, "Columns", 1), 1, 1_000_000) + 7) / 8);

    private static byte[] UndoPng(byte[] bytes, int row, long pixelBytes)
    {
        var pixel = (int)pixelBytes;
        var rows = bytes.Length / (row + 1);
        if (rows * (row + 1) != bytes.Length)
            throw new PdfFormatException("The rows of a packed stream have the wrong length");
        var plain = new byte[rows * row];
        for (var y = 0; y < rows; y++)
        {
            var kind = bytes[y * (row + 1)];
            for (var x = 0; x < row; x++)
            {
                var at = y * row + x;
                var left = x < pixel ? 0 : plain[at - pixel];
                var up = y == 0 ? 0 : plain[at - row];
                var upLeft = y == 0 || x < pixel ? 0 : plain[at - row - pixel];
                var guess = kind switch
                {
                    0 => 0,
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, upLeft),
                    _ => throw new PdfFormatException("A row of a packed stream has an unknown predictor"),
                };
                plain[at] = (byte)(bytes[y * (row + 1) + 1 + x] + guess);
            }
        }
        return plain;
    }

    private static int Paeth(int left, int up, int upLeft)
    {
        var guess = left + up - upLeft;
        var (toLeft, toUp, toUpLeft) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - upLeft));
        return toLeft <= toUp && toLeft <= toUpLeft ? left
            : toUp <= toUpLeft ? up
            : upLeft;
    }
}
