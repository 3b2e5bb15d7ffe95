using System.Text.RegularExpressions;

namespace DoanKet.OfficialFormat.Parts;

/// <summary>Gathers the lines of a subject.</summary>
internal static class SubjectText
{
    private const int MaxLines = 8,
        MaxLength = 600;

    private static readonly Regex Opening = new(
        @"^(?:Căn cứ|Thực hiện|Theo đề nghị|Xét |Kính gửi|Kính thưa|Kính mời|Trân trọng|Nhằm |Để "
            + @"|Ngày \d|Hôm nay|Tiếp theo|Phần |Chương |Mục |Điều \d|[IVX]{1,4}\.|\d{1,2}\.|\d{1,2} -|[a-z]\)|- |\()",
        RegexOptions.NonBacktracking
    );

    private static readonly Regex About = new(@"^V\s*/\s*v\s*:?\s*", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    /// <summary>The words the body of a document begins with.</summary>
    internal static bool OpensBody(Segment segment) => Opening.IsMatch(segment.Text);

    /// <summary>The lines under the name of the kind, up to a rule, a blank line or the first words of the body.</summary>
    internal static Reading<string>? Below(Sheet sheet, int titleLine)
    {
        var found = new List<Segment>();
        foreach (var line in sheet.Lines.Skip(titleLine + 1).Take(MaxLines * 3))
        {
            if (line.Rule && found.Count > 0)
                break;
            if (line.Blank)
                continue;
            var segment = line.Segments[0];
            if (!GoesOn(sheet, found, segment))
                break;
            found.Add(segment);
        }

        return Join(found, "", Confidence.Sure);
    }

    /// <summary>V/v of a công văn: left under the number, possibly beside or before the right column.</summary>
    internal static Reading<string>? OfLetter(Sheet sheet, Segment about)
    {
        var found = new List<Segment> { about };
        foreach (var line in sheet.Lines.Skip(about.Line + 1).Take(MaxLines * 2))
        {
            if (line.Blank)
                continue;
            var segment = line.Segments[0];
            if (Sheet.IsHeading(segment) || DatePart.IsDate(segment))
                continue;
            if (!GoesOn(sheet, found, segment) || MarkPart.IsMark(segment))
                break;
            found.Add(segment);
        }

        return Join(found, About.Match(about.Text).Value, Confidence.Sure);
    }

    private static bool GoesOn(Sheet sheet, List<Segment> found, Segment segment)
    {
        if (found.Count == 0)
            return !segment.Starts("Kính gửi") && !segment.Starts("Căn cứ");
        if (found.Count >= MaxLines || OpensBody(segment))
            return false;
        // A body named in capitals under a subject in small letters is the authority that decides (mẫu 1.2).
        if (segment.Capitals && !found[^1].Capitals)
            return false;
        // Extractors put blank lines between the lines of one paragraph too; only a small letter shows that the sentence goes on.
        var afterBlank = segment.Line > found[^1].Line + 1 && sheet.Lines[segment.Line - 1].Blank;
        return !afterBlank || char.IsLower(segment.Text[0]);
    }

    private static Reading<string>? Join(List<Segment> lines, string prefix, Confidence confidence)
    {
        var text = string.Join(' ', lines.Select(s => s.Text))[Math.Min(prefix.Length, lines.Sum(s => s.Text.Length))..].Trim();
        if (text.Length == 0)
            return null;
        var tooLong = text.Length > MaxLength;
        return lines
            .Aggregate((one, next) => one.And(next))
            .As(tooLong ? text[..MaxLength] : text, tooLong ? Confidence.Guess : confidence);
    }
}
