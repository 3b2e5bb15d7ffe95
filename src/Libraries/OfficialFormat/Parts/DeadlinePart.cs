using System.Text.RegularExpressions;

namespace DoanKet.OfficialFormat.Parts;

/// <summary>Days the text sets: "trước ngày 15/6/2026", "chậm nhất ngày …", "hạn cuối …".</summary>
internal static class DeadlinePart
{
    private const int Most = 20;

    // "Trước" is also said of the past, so the day must follow it at once; the other words may name the thing asked for first.
    private static readonly Regex Pattern = new(
        @"(?:[Tt]rước(?:\s+\d{1,2}\s*(?:giờ|h|g)\s*(?:\d{1,2}\s*(?:phút)?)?,?)?\s+"
            + @"|(?:[Cc]hậm nhất|[Mm]uộn nhất|[Hh]ạn cuối|[Hh]ạn chót|[Tt]hời hạn|[Hh]ạn nộp|[Hh]ạn gửi|[Đđ]ến hết)[^.;/\d]{0,50}?"
            + @"(?:\d{1,2}\s*(?:giờ|h|g)\s*(?:\d{1,2}\s*(?:phút)?)?,?[^.;/\d]{0,20}?)?)"
            + @"(?<date>"
            + VietnameseDate.Pattern
            + @"|(?:ngày\s*)(?<d>\d{1,2})\s*(?:/\s*|tháng\s*)(?<m>\d{1,2}))",
        RegexOptions.NonBacktracking
    );

    internal static IReadOnlyList<Reading<DateOnly>> Read(Sheet sheet, DateOnly? issuedOn)
    {
        var found = new List<Reading<DateOnly>>();
        for (var match = Pattern.Match(sheet.Text); match.Success && found.Count < Most; match = match.NextMatch())
        {
            if (!VietnameseDate.TryRead(match, issuedOn?.Year, out var date))
                continue;

            var yearSaid = match.Groups["y"].Success;
            if (!yearSaid && date < issuedOn && date.Year < DateOnly.MaxValue.Year)
                date = date.AddYears(1);
            // A day before the document was issued is history ("thành lập trước ngày 01/7/2025"), not a deadline.
            if (date < issuedOn || found.Any(f => f.Value == date))
                continue;
            found.Add(
                new(
                    date,
                    string.Join(' ', match.Value.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)),
                    match.Index,
                    issuedOn is null || !yearSaid ? Confidence.Guess : Confidence.Likely
                )
            );
        }

        return found;
    }
}
