using System.Globalization;

namespace DoanKet.PersonalData;

/// <summary>
/// What the QR code of a citizen card (căn cước) says: number|older number|name|birth ddMMyyyy|sex|address|issued ddMMyyyy, and on newer
/// cards more behind it, which is not read.
/// </summary>
/// <param name="OldNumber">Nine digits; empty when there was none.</param>
/// <param name="IssuedOn">Null on cards that leave it out.</param>
public sealed record CitizenCard(
    NationalId Number,
    string OldNumber,
    string FullName,
    DateOnly BornOn,
    Sex Sex,
    string Address,
    DateOnly? IssuedOn
)
{
    private const int Fewest = 6,
        Longest = 1000;

    /// <param name="scanned">As a camera or a desk scanner gives it.</param>
    /// <returns>Null for what is no such code.</returns>
    public static CitizenCard? Read(string? scanned)
    {
        if (scanned is null or { Length: > Longest })
            return null;
        var parts = scanned.Trim().Split('|', StringSplitOptions.TrimEntries);
        if (
            parts.Length < Fewest
            || NationalId.Read(parts[0], out var padded) is not { IsOld: false } number
            || padded
            || Day(parts[3]) is not { } bornOn
            || SexOf(parts[4]) is not { } sex
            || parts[2].Length is 0 or > PersonName.MaxLength
        )
            return null;
        return new(number, parts[1], PersonName.Tidy(parts[2]), bornOn, sex, parts[5], parts.Length > Fewest ? Day(parts[6]) : null);
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "ddMMyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Sex? SexOf(string text) =>
        text.ToUpperInvariant() switch
        {
            "NAM" => Sex.Male,
            "NỮ" => Sex.Female,
            _ => null,
        };
}
