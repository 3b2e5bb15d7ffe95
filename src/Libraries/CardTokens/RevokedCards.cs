using System.Globalization;
using System.Text;

namespace DoanKet.CardTokens;

/// <summary>
/// The cards that count no longer, on a day: lines of text that a counter downloads now and then, the last of them the signature. Without
/// it a lost card passes where there is no network.
/// </summary>
/// <param name="At">When it was made, UTC.</param>
public sealed record RevokedCards(DateTime At, IReadOnlySet<string> Codes)
{
    private const string Heading = "doanket-revoked-cards 1 ",
        SignatureMark = "signature ",
        TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public string Write(CardKey key)
    {
        var said = Heading + At.ToString(TimeFormat, CultureInfo.InvariantCulture) + "\n";
        said += string.Concat(Codes.Order(StringComparer.Ordinal).Select(code => code + "\n"));
        return said + SignatureMark + Convert.ToBase64String(key.Sign(Purpose.RevokedList, Encoding.ASCII.GetBytes(said))) + "\n";
    }

    /// <returns>Null for a list that was not signed with this key, or was changed or cut off since.</returns>
    public static RevokedCards? Read(string text, CardPublicKey key)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var mark = text.LastIndexOf("\n" + SignatureMark, StringComparison.Ordinal) + 1;
        if (mark == 0)
            return null;
        var signature = new byte[100];
        var said = text[..mark];
        if (
            !Convert.TryFromBase64String(text[(mark + SignatureMark.Length)..].Trim(), signature, out var length)
            || !key.Verifies(Purpose.RevokedList, Encoding.ASCII.GetBytes(said), signature[..length])
        )
            return null;
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var style = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
        return
            lines[0].StartsWith(Heading, StringComparison.Ordinal)
            && DateTime.TryParseExact(lines[0][Heading.Length..], TimeFormat, CultureInfo.InvariantCulture, style, out var at)
            ? new(at, lines.Skip(1).ToHashSet(StringComparer.Ordinal))
            : null;
    }
}
