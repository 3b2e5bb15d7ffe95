using System.Text;

namespace DoanKet.Pades.Objects;

/// <summary>Text strings (ISO 32000-2, 7.9.2.2) and dates (7.9.4).</summary>
internal static class PdfText
{
    public static PdfString Encode(string text)
    {
        var isPlain = text.All(letter => letter is >= ' ' and <= '~' or '\n' or '\r' or '\t');
        return new(isPlain ? Encoding.Latin1.GetBytes(text) : [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);
    }

    public static string Decode(PdfString text)
    {
        var bytes = text.Bytes.AsSpan();
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8.GetString(bytes[3..]);
        return Encoding.Latin1.GetString(bytes);
    }

    public static PdfString Date(DateTimeOffset time)
    {
        var zone = time.Offset;
        var sign = zone < TimeSpan.Zero ? '-' : '+';
        return new(Encoding.Latin1.GetBytes($"D:{time:yyyyMMddHHmmss}{sign}{zone:hh}'{zone:mm}'"));
    }

    /// <summary>Null where it is no date: the writer's clock is a claim, and a strange one is no reason to refuse the file.</summary>
    public static DateTimeOffset? ReadDate(PdfObject? value)
    {
        if (value is not PdfString text)
            return null;
        var letters = Decode(text).Replace("D:", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Trim();
        var zoneAt = letters.IndexOfAny(['+', '-', 'Z']);
        var local = zoneAt < 0 ? letters : letters[..zoneAt];
        var zone = zoneAt < 0 || letters[zoneAt] == 'Z' ? "+0000" : letters[zoneAt..].PadRight(5, '0');
        const string usual = "00000101000000";
        if (local.Length is < 4 or > 14 || zone.Length != 5 || !(local + zone[1..]).All(char.IsAsciiDigit))
            return null;
        if (!DateTime.TryParseExact(local + usual[local.Length..], "yyyyMMddHHmmss", null, default, out var day))
            return null;
        var offset = new TimeSpan(int.Parse(zone[1..3]), int.Parse(zone[3..5]), 0);
        if (offset > TimeSpan.FromHours(14))
            return null;
        try
        {
            return new(day, zone[0] == '-' ? -offset : offset);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
