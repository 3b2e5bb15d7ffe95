using System.Text.RegularExpressions;

namespace DoanKet.OfficialFormat.Parts;

/// <summary>Gathers the lines of a subject.</summary>
internal static class SubjectText
{
    private const int MaxLines = 8,
        MaxLength = 600;

    /// <summary>Characters of a line that was broken because the next word had no room on it.</summary>
    private const int FullLine = 48;

    private static readonly Regex Opening = new(
        @"^(?:Căn cứ|Thực hiện |Theo đề nghị|Xét |Kính gửi|Kính thưa|Kính mời|Trân trọng|Nhằm |Để |Sau khi |Được sự |Thời gian qua"
            + @"|Ngày \d|Hôm nay|Tiếp theo|Phần |Chương |Mục |Điều \d|[IVX]{1,4}\.|\d{1,2}\.|\d{1,2} -|[a-z]\)|- \D"
            + @"|\((?:Kèm|kèm|Ban hành|ban hành|Đính|đính))",
        RegexOptions.NonBacktracking
    );

    /// <summary>After these words no sentence ends, so a capital goes on with them.</summary>
    private static readonly Regex LeavesOpen = new(
        @"(?:,| -|\b(?:của|về|và|các|những|số|quý|tại|theo|với|cho|trong|từ|đến|do|khóa|lần|hiện|hành|chức|khai|kết|thứ))$",
        RegexOptions.NonBacktracking
    );

    private static readonly Regex About = new(@"^V\s*/\s*v\s*:?\s*", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    /// <summary>The words the body of a document begins with.</summary>
    internal static bool OpensBody(Segment segment) =>
        Opening.IsMatch(segment.Text) || segment.Text.Contains("kính mời", StringComparison.Ordinal);

    /// <summary>The lines under the name of the kind, up to a rule, a blank line or the first words of the body.</summary>
    internal static Reading<string>? Below(Sheet sheet, int titleLine)
    {
        var found = new List<Segment>();
        var sure = true;
        foreach (var line in sheet.Lines.Skip(titleLine + 1).Take(MaxLines * 3))
        {
            if (line.Rule && found.Count > 0)
                break;
            if (line.Blank)
                continue;
            var segment = line.Segments[0];
            if (!GoesOn(sheet, found, segment))
                break;
            if (EndsSentence(segment) && found.Count > 0)
            {
                // This line ends a sentence of the body, whose first line was taken for the subject.
                var begin = char.IsUpper(segment.Text[0]) ? found.Count : found.FindLastIndex(s => char.IsUpper(s.Text[0]));
                if (begin > 0)
                    found.RemoveRange(begin, found.Count - begin);
                sure = false;
                break;
            }
            if (found.Count > 0 && StartsAnew(sheet, found[^1], segment))
            {
                sure = false;
                break;
            }
            found.Add(segment);
        }

        return Join(found, "", sure ? Confidence.Sure : Confidence.Likely);
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
        if (segment.Capitals && segment.Text.Contains(' ') && !found[^1].Capitals)
            return false;
        // Extractors put blank lines between the lines of one paragraph too; only a small letter shows that the sentence goes on.
        var afterBlank = segment.Line > found[^1].Line + 1 && sheet.Lines[segment.Line - 1].Blank;
        return !afterBlank || char.IsLower(segment.Text[0]);
    }

    /// <summary>No subject ends so.</summary>
    private static bool EndsSentence(Segment segment) => segment.Text[^1] is '.' or ':' or ';';

    /// <summary>A capital where nothing forced a new line, or set in as the paragraphs of the body are.</summary>
    private static bool StartsAnew(Sheet sheet, Segment before, Segment segment) =>
        char.IsUpper(segment.Text[0])
        && !(before.Capitals && segment.Capitals)
        && !LeavesOpen.IsMatch(before.Text)
        && (before.Text.Length < FullLine || (sheet.ParagraphIndent > 0 && Math.Abs(segment.Column - sheet.ParagraphIndent) <= 1));

    private static Reading<string>? Join(List<Segment> lines, string prefix, Confidence confidence)
    {
        if (lines.Count == 0)
            return null;
        var text = lines.Skip(1).Aggregate(lines[0].Text, Join)[Math.Min(prefix.Length, lines[0].Text.Length)..].Trim();
        if (text.Length == 0)
            return null;
        var tooLong = text.Length > MaxLength;
        return lines
            .Aggregate((one, next) => one.And(next))
            .As(tooLong ? text[..MaxLength] : text, tooLong ? Confidence.Guess : confidence);
    }

    /// <summary>A notation is broken at its dash: "15/KH- / UBND".</summary>
    private static string Join(string text, Segment next) =>
        text.Length > 1 && text[^1] == '-' && char.IsLetterOrDigit(text[^2]) && char.IsUpper(next.Text[0])
            ? text + next.Text
            : $"{text} {next.Text}";
}
