using System.Text.RegularExpressions;

namespace DoanKet.OfficialFormat.Parts;

/// <summary>Ô số 4: place and date.</summary>
internal static class DatePart
{
    private static readonly Regex Place = new(
        @"^(?<place>\p{Lu}[\p{L}\d .'’\-]{1,40}),\s*(?<rest>(?:[Nn]gày|\d{1,2}[/.]).{0,80})$",
        RegexOptions.NonBacktracking
    );
    private static readonly Regex Day = new(@"^[Nn]gày.{0,60}\d{4}$", RegexOptions.NonBacktracking);

    internal static (Reading<DateOnly>? Date, Reading<string>? Place) Read(Sheet sheet)
    {
        foreach (var segment in sheet.Head)
        {
            var text = NumberPart.Without(segment.Text);
            if (Place.Match(text) is { Success: true } match)
            {
                var place = segment.As(match.Groups["place"].Value, Confidence.Sure);
                if (VietnameseDate.TryRead(match.Groups["rest"].Value.TrimEnd('.', ';'), out var date))
                    return (segment.As(date, Confidence.Sure), place);
                if (match.Groups["rest"].Value.Contains("tháng", StringComparison.Ordinal))
                    return (null, place);
            }
            else if (Day.IsMatch(text) && VietnameseDate.TryRead(text, out var date))
            {
                return (segment.As(date, Confidence.Likely), null);
            }
        }

        return (null, null);
    }

    internal static bool IsDate(Segment segment) => Place.IsMatch(NumberPart.Without(segment.Text)) || Day.IsMatch(segment.Text);
}
