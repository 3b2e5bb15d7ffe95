using System.Diagnostics.CodeAnalysis;

namespace DoanKet.CardTokens;

/// <summary>
/// Bytes as capital letters and the digits 2–7 (RFC 4648, section 6, without padding): a QR code holds them in its denser way of letters
/// and digits, and an address does not mind when something turns their case.
/// </summary>
internal static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private const int BitsPerLetter = 5;

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new char[((bytes.Length * 8) + BitsPerLetter - 1) / BitsPerLetter];
        for (var i = 0; i < text.Length; i++)
        {
            var bit = i * BitsPerLetter;
            var two = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[(bit / 8) + 1] : 0);
            text[i] = Letters[(two >> (16 - BitsPerLetter - (bit % 8))) & 31];
        }
        return new(text);
    }

    /// <summary>Strict: one text for the same bytes, so that nobody makes a second token from a first.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        var read = new byte[text.Length * BitsPerLetter / 8];
        var (held, bits, at) = (0, 0, 0);
        bytes = null;
        foreach (var letter in text)
        {
            var value = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
                return false;
            (held, bits) = ((held << BitsPerLetter) | value, bits + BitsPerLetter);
            if (bits < 8)
                continue;
            bits -= 8;
            read[at++] = (byte)(held >> bits);
            held &= (1 << bits) - 1;
        }
        if (bits >= BitsPerLetter || held != 0)
            return false;
        bytes = read;
        return true;
    }
}
