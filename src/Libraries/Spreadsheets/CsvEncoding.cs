using System.Text;
using DoanKet.VietnameseText;

namespace DoanKet.Spreadsheets;

/// <summary>In what a .csv is written that does not say so.</summary>
internal static class CsvEncoding
{
    private const int Western = 1252,
        Vietnamese = 1258,
        Sample = 65536;

    /// <summary>
    /// UTF-8 where it is that. Otherwise the fonts before Unicode, which wrote into the Western page, or the Vietnamese page of Windows.
    /// </summary>
    public static Encoding Of(Stream file)
    {
        var bytes = new byte[(int)Math.Min(Sample, file.Length)];
        file.Position = 0;
        file.ReadExactly(bytes);
        file.Position = 0;
        if (IsUtf8(bytes))
            return Encoding.UTF8;
        var western = Encoding.GetEncoding(Western);
        return OldEncodings.Detect(western.GetString(bytes)) is not null ? western : Encoding.GetEncoding(Vietnamese);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        // The sample may have cut the last letter in two.
        for (var cut = 0; cut < 4 && cut < bytes.Length; cut++)
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
                return true;
        return bytes.Length == 0;
    }
}
