using System.Globalization;
using System.Text.RegularExpressions;

namespace DoanKet.PersonalData;

/// <summary>A birthday, of which old papers know only the year.</summary>
/// <param name="Day">Null when only the year is known.</param>
public readonly record struct BirthDate(int Year, DateOnly? Day)
{
    public BirthDate(DateOnly day)
        : this(day.Year, day) { }

    /// <summary>05/03/1985, or 1985.</summary>
    public override string ToString() =>
        Day is { } day ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : Year.ToString("0000", CultureInfo.InvariantCulture);
}

/// <summary>How a written day was understood.</summary>
public enum DayReading
{
    Plain,

    /// <summary>Only a year.</summary>
    YearOnly,

    /// <summary>The month stood first, as Americans write: 03/25/1985.</summary>
    MonthFirst,

    /// <summary>The number by which Excel keeps days.</summary>
    Serial,

    /// <summary>Two digits of the year: 05/03/85.</summary>
    ShortYear,
}

/// <summary>Days as people write them into tables.</summary>
public static partial class WrittenDay
{
    /// <summary>Days before and after these are taken for slips.</summary>
    private const int FirstYear = 1900,
        LastYear = 2100;

    /// <summary>Excel's numbers of 01/01/1920 and 31/12/2049; smaller ones could be anything.</summary>
    private const int FirstSerial = 7306,
        LastSerial = 54788;

    private static readonly DateOnly ExcelZero = new(1899, 12, 30);

    /// <summary>Reads 05/03/1985, 5.3.85, 5-3-1985, 1985-03-05, 19850305, 31111 and 1985.</summary>
    /// <param name="monthFirst">Other cells of the column show that the month stands first.</param>
    /// <param name="latest">Two digits of a year are of the last hundred years before this one.</param>
    /// <returns>Null when it is no day.</returns>
    public static (BirthDate Day, DayReading Reading)? Read(string? typed, bool monthFirst, int latest)
    {
        var text = (typed ?? "").Trim().TrimStart('\'');
        if (text.Length is 0 or > 40)
            return null;
        if (Year().IsMatch(text))
            return InRange(Number(text)) ? (new BirthDate(Number(text), null), DayReading.YearOnly) : null;
        if (Serial().IsMatch(text))
            return Number(text) is >= FirstSerial and <= LastSerial and var serial
                ? (new BirthDate(ExcelZero.AddDays(serial)), DayReading.Serial)
                : null;
        if (YearFirst().Match(text) is { Success: true } iso)
            return Day(Part(iso, 1), Part(iso, 2), Part(iso, 3)) is { } day ? (new BirthDate(day), DayReading.Plain) : null;
        return Parts().Match(text) is { Success: true } parts ? ReadParts(parts, monthFirst, latest) : null;
    }

    /// <summary>True: the cell can only be read with the day first; false: with the month first; null: either way, or not at all.</summary>
    public static bool? IsDayFirst(string? typed)
    {
        if (Parts().Match((typed ?? "").Trim()) is not { Success: true } parts)
            return null;
        return (Part(parts, 1), Part(parts, 2)) switch
        {
            (> 12 and <= 31, <= 12) => true,
            (<= 12, > 12 and <= 31) => false,
            _ => null,
        };
    }

    private static (BirthDate, DayReading)? ReadParts(Match parts, bool monthFirst, int latest)
    {
        var (first, second, year) = (Part(parts, 1), Part(parts, 2), Part(parts, 3));
        var isShort = parts.Groups[3].Length == 2;
        if (isShort)
            year += latest / 100 * 100 is var century && century + year > latest ? century - 100 : century;
        var reading = isShort ? DayReading.ShortYear : DayReading.Plain;
        if (monthFirst && Day(year, first, second) is { } american)
            return (new BirthDate(american), DayReading.MonthFirst);
        if (Day(year, second, first) is { } day)
            return (new BirthDate(day), reading);
        return Day(year, first, second) is { } swapped ? (new BirthDate(swapped), DayReading.MonthFirst) : null;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        InRange(year) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static bool InRange(int year) => year is >= FirstYear and <= LastYear;

    private static int Part(Match match, int group) => Number(match.Groups[group].ValueSpan);

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{4}$")]
    private static partial Regex Year();

    [GeneratedRegex(@"^\d{5}$")]
    private static partial Regex Serial();

    [GeneratedRegex(@"^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].*)?$")]
    private static partial Regex YearFirst();

    /// <summary>Also with an hour behind it, which a program put there.</summary>
    [GeneratedRegex(@"^(?:[Nn]gày\s+)?(\d{1,2})\s*[-/.,]\s*(\d{1,2})\s*[-/.,]\s*(\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}.*)?$")]
    private static partial Regex Parts();
}
