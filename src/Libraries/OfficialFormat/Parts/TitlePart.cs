using DoanKet.VietnameseText;

namespace DoanKet.OfficialFormat.Parts;

/// <summary>Ô số 5a, 5b: the kind and the subject (trích yếu).</summary>
internal sealed record TitlePart(int? Line, Reading<DocumentKind>? Kind, Reading<string>? Subject)
{
    internal static TitlePart Read(Sheet sheet, NumberPart? number)
    {
        var about = sheet.Head.FirstOrDefault(s => s.Starts("V/v"));
        var title = sheet.Head.FirstOrDefault(s => s.Line >= (number?.Line ?? 0) && s.Capitals && KindOf(s.Text) is not null);
        if (about is not null && (title is null || about.Line < title.Line))
            return new(
                about.Line,
                about.As(DocumentKind.Find(DocumentKind.OfficialLetter)!, Confidence.Sure),
                SubjectText.OfLetter(sheet, about)
            );

        var letter = sheet.Head.FirstOrDefault(s => s.Starts("Kính gửi"));
        if (title is not null && (letter is null || title.Line < letter.Line))
        {
            var kind = KindOf(title.Text)!;
            var rest = title.Text[Math.Min(kind.Name.Length, title.Text.Length)..].Trim(' ', ':');
            var subject = SubjectText.Below(sheet, title.Line) ?? (rest.Length > 0 ? title.As(rest, Confidence.Guess) : null);
            return new(title.Line, title.As(kind, rest.Length == 0 ? Confidence.Sure : Confidence.Likely), subject);
        }

        if (number is not null && DocumentKind.Find(number.KindCode) is { } named)
            return new(letter?.Line, number.Notation.With(named, Confidence.Likely), null);
        return new(letter?.Line, letter?.As(DocumentKind.Find(DocumentKind.OfficialLetter)!, Confidence.Guess), null);
    }

    /// <summary>"BÁO CÁO", and also "BÁO CÁO TỔNG KẾT": the longest name the line begins with.</summary>
    private static DocumentKind? KindOf(string text)
    {
        if (DocumentKind.FindByName(text) is { } exact)
            return exact;
        var folded = Fold.Text(text);
        return DocumentKind.All.Where(k => folded.StartsWith(Fold.Text(k.Name) + " ", StringComparison.Ordinal)).MaxBy(k => k.Name.Length);
    }
}
