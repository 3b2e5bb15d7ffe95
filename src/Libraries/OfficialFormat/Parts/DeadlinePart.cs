using System.Globalization;
using System.Text.RegularExpressions;

namespace DoanKet.OfficialFormat.Parts;

/// <summary>Days the text sets: "trước ngày 15/6/2026", "chậm nhất ngày …", "hạn cuối …", "trong vòng 15 ngày kể từ ngày ký".</summary>
internal static class DeadlinePart
{
    private const int Most = 20,
        LongestTerm = 400;

    // "Trước" is also said of the past, so the day must follow it at once; the other words may name the thing asked for first.
    private static readonly Regex Printed = new(
        @"(?:[Tt]rước(?:\s+\d{1,2}\s*(?:giờ|h|g)\s*(?:\d{1,2}\s*(?:phút)?)?,?)?\s+"
            + @"|(?:[Cc]hậm nhất|[Mm]uộn nhất|[Hh]ạn cuối|[Hh]ạn chót|[Tt]hời hạn|[Hh]ạn nộp|[Hh]ạn gửi|[Đđ]ến hết)[^.;/\d]{0,50}?"
            + @"(?:\d{1,2}\s*(?:giờ|h|g)\s*(?:\d{1,2}\s*(?:phút)?)?,?[^.;/\d]{0,20}?)?)"
            + @"(?<date>"
            + VietnameseDate.Pattern
            + @"|(?:ngày\s*)(?<d>\d{1,2})\s*(?:/\s*|tháng\s*)(?<m>\d{1,2}))",
        RegexOptions.NonBacktracking
    );

    /// <summary>The day of receipt is not known to the text, so limits that run from it are no days.</summary>
    private static readonly Regex Term = new(
        @"[Tt]rong\s+(?:vòng\s+|thời\s+hạn\s+)?(?<days>\d{1,3})\s*(?:\(\p{L}[\p{L} ]{1,30}\)\s*)?ngày(?<working>\s+làm\s+việc)?,?\s+"
            + @"(?:kể\s+từ|tính\s+từ|từ|sau)\s+ngày\s+(?:ký|ban\s+hành|phát\s+hành)",
        RegexOptions.NonBacktracking
    );

    internal static IReadOnlyList<Reading<Deadline>> Read(Sheet sheet, DateOnly? issuedOn) =>
        [.. PrintedDays(sheet, issuedOn).Concat(Terms(sheet, issuedOn)).OrderBy(d => d.Offset).DistinctBy(d => d.Value.Day).Take(Most)];

    private static IEnumerable<Reading<Deadline>> PrintedDays(Sheet sheet, DateOnly? issuedOn)
    {
        for (var match = Printed.Match(sheet.Text); match.Success; match = match.NextMatch())
        {
            if (!VietnameseDate.TryRead(match, issuedOn?.Year, out var date))
                continue;

            var yearSaid = match.Groups["y"].Success;
            if (!yearSaid && date < issuedOn && date.Year < DateOnly.MaxValue.Year)
                date = date.AddYears(1);
            // A day before the document was issued is history ("thành lập trước ngày 01/7/2025"), not a deadline.
            if (date < issuedOn)
                continue;
            yield return Of(match, new(date), issuedOn is null || !yearSaid ? Confidence.Guess : Confidence.Likely);
        }
    }

    private static IEnumerable<Reading<Deadline>> Terms(Sheet sheet, DateOnly? issuedOn)
    {
        if (issuedOn is not { } start || start.Year >= DateOnly.MaxValue.Year - 2)
            yield break;
        for (var match = Term.Match(sheet.Text); match.Success; match = match.NextMatch())
        {
            var days = int.Parse(match.Groups["days"].ValueSpan, CultureInfo.InvariantCulture);
            var working = match.Groups["working"].Success;
            if (days is > 0 and <= LongestTerm)
                yield return Of(match, new(End(start, days, working), days, working), working ? Confidence.Guess : Confidence.Likely);
        }
    }

    private static DateOnly End(DateOnly start, int days, bool working)
    {
        if (!working)
            return start.AddDays(days);
        var day = start;
        for (var left = days; left > 0; )
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                left--;
        }
        return day;
    }

    private static Reading<Deadline> Of(Match match, Deadline deadline, Confidence confidence) =>
        new(deadline, string.Join(' ', match.Value.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)), match.Index, confidence)
        {
            Spans = [new(match.Index, match.Length)],
        };
}
