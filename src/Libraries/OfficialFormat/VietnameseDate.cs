using System.Globalization;
using System.Text.RegularExpressions;
using DoanKet.VietnameseText;

namespace DoanKet.OfficialFormat;

/// <summary>Dates as official documents write them.</summary>
public static class VietnameseDate
{
    /// <summary>Day, month and year in one of the three writings; groups d, m, y of whichever matched.</summary>
    internal const string Pattern =
        @"(?:(?:[Nn]gày\s*)?(?<d>\d{1,2})\s*(?:tháng\s*(?<m>\d{1,2})\s*năm"
        + @"|/\s*(?<m>\d{1,2})\s*/|\.\s*(?<m>\d{1,2})\s*\.|-\s*(?<m>\d{1,2})\s*-)\s*(?<y>\d{4}))";

    private static readonly Regex Whole = new(@"^\s*" + Pattern + @"\s*$", RegexOptions.NonBacktracking);

    /// <summary>Reads "ngày 05 tháng 3 năm 2020", "05/3/2020", "ngày 5.3.2020"; false for anything else and for days that do not
    /// exist.</summary>
    public static bool TryRead(string? text, out DateOnly date)
    {
        date = default;
        return text is { Length: <= 100 } && Whole.Match(Normalise.Nfc(text)) is { Success: true } match && TryRead(match, null, out date);
    }

    /// <summary>"ngày 05 tháng 02 năm 2026": a leading 0 for days below ten and for months 1 and 2 (phụ lục I).</summary>
    public static string Format(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"ngày {date.Day:00} tháng {(date.Month <= 2 ? "0" : "")}{date.Month} năm {date.Year}");

    internal static bool TryRead(Match match, int? yearIfNone, out DateOnly date)
    {
        date = default;
        if (Number("y") is not { } year)
        {
            if (yearIfNone is null)
                return false;
            year = yearIfNone.Value;
        }

        if (Number("d") is not { } day || Number("m") is not (>= 1 and <= 12 and var month) || year is < 1900 or > 2200)
            return false;
        if (day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
        return true;

        int? Number(string group) =>
            match.Groups[group] is { Success: true } g ? int.Parse(g.ValueSpan, CultureInfo.InvariantCulture) : null;
    }
}
