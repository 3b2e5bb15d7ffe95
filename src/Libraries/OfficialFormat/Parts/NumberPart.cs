using System.Text.RegularExpressions;

namespace DoanKet.OfficialFormat.Parts;

/// <summary>Ô số 3: number and notation.</summary>
/// <param name="KindCode">The kind the notation names.</param>
internal sealed record NumberPart(int Line, Reading<DocumentNumber>? Number, Reading<string> Notation, string? KindCode)
{
    /// <summary>The number itself may still be blank or dotted; laws write "Luật số:".</summary>
    private static readonly Regex Pattern = new(
        @"^(?:(?:Luật|Pháp lệnh|Nghị quyết)\s+số|S[ốôỐÔ])\s*[:.]?\s*(?<printed>(?<number>\d{1,6}[A-Za-z]{0,2})?"
            + @"[\s.…]{0,40}(?<mark>[/-])\s{0,2}(?<notation>"
            + DocumentNumber.NotationPattern
            + "))",
        RegexOptions.NonBacktracking
    );

    internal static NumberPart? Read(Sheet sheet)
    {
        foreach (var segment in sheet.Head)
        {
            if (Pattern.Match(segment.Text) is not { Success: true } match)
                continue;

            if (match.Groups["number"].Success)
            {
                if (DocumentNumber.TryParse(match.Groups["printed"].Value, out var number))
                {
                    var confidence = number.KindCode is null ? Confidence.Likely : Confidence.Sure;
                    return new(segment.Line, segment.As(number, confidence), segment.As(number.Notation, confidence), number.KindCode);
                }
            }
            else if (match.Groups["notation"].Value.Any(char.IsUpper))
            {
                var notation = Notations.Tidy(match.Groups["notation"].Value);
                var grammar = match.Groups["mark"].Value == "-" && notation.Contains('/') ? NumberGrammar.Party : NumberGrammar.State;
                return new(segment.Line, null, segment.As(notation, Confidence.Likely), Notations.Read(notation, grammar).Kind);
            }
        }

        return null;
    }

    /// <summary>What stands on the same line behind the number, where the extractor left no gap between the columns.</summary>
    internal static string Without(string text) => Pattern.Match(text) is { Success: true } match ? text[match.Length..].Trim() : text;
}
