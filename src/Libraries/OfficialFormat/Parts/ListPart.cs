namespace DoanKet.OfficialFormat.Parts;

/// <summary>Ô số 9a and 9b: Kính gửi and Nơi nhận.</summary>
internal static class ListPart
{
    private const int MaxItems = 100,
        MaxLines = 200;

    internal static IReadOnlyList<Reading<string>> Addressees(Sheet sheet)
    {
        if (sheet.Head.FirstOrDefault(s => s.Starts("Kính gửi")) is not { } label)
            return [];

        var same = label.Text["Kính gửi".Length..].TrimStart(':', ' ');
        var items = same.Length == 0 ? [] : new List<Segment> { label with { Text = same } };
        foreach (var line in sheet.Lines.Skip(label.Line + 1).Take(MaxLines).Where(l => !l.Blank))
        {
            // Dashed lists are often printed in the middle of the page, so columns do not matter here.
            var text = line.Segments.Aggregate((left, right) => left.And(right));
            if (text.StartsItem || items.Count == 0 || GoesOnUndashed(items[^1], text))
                items.Add(text);
            else if (GoesOn(items[^1], text) || (!Closed(items[^1]) && IsRestOfName(text, sheet)))
                items[^1] = items[^1].And(text);
            else
                break;
        }

        return Finish(items);
    }

    /// <summary>Takes only what stands in the left column: the signature is on the same lines.</summary>
    internal static IReadOnlyList<Reading<string>> Recipients(Sheet sheet, out int? labelLine)
    {
        labelLine = sheet.Lines.SelectMany(l => l.Segments.Take(1)).FirstOrDefault(s => IsLabel(sheet, s))?.Line;
        if (labelLine is null)
            return [];

        var items = new List<Segment>();
        foreach (var line in sheet.Lines.Skip(labelLine.Value).Take(MaxLines).Where(l => !l.Blank))
        {
            var item = line.Segments.FirstOrDefault(s => s.StartsItem);
            if (items.Count > 0 && IsFileCopy(items[^1]) && (item is null || Closed(items[^1])))
                break;
            if (item is not null)
                items.Add(item);
            else if (items.Count > 0 && GoesOn(items[^1], line.Segments[0]) && !SignaturePart.IsPartOfSignature(line.Segments[0]))
                items[^1] = items[^1].And(line.Segments[0]);
        }

        return Finish(items);
    }

    /// <summary>The words alone, with a dashed item soon below: the body may name them too.</summary>
    private static bool IsLabel(Sheet sheet, Segment segment) =>
        segment.Starts("Nơi nhận")
        && segment.Text.Length <= "Nơi nhận :".Length
        && sheet.Lines.Skip(segment.Line).Where(l => !l.Blank).Take(4).Any(l => l.Segments.Any(s => s.StartsItem));

    private static bool GoesOnUndashed(Segment item, Segment next) =>
        item.Text[^1] is ';' && !item.StartsItem && !SubjectText.OpensBody(next);

    /// <summary>A short line right below: the lines of the body are longer and begin in their own way.</summary>
    private static bool IsRestOfName(Segment text, Sheet sheet) =>
        text.Text.Length < 60 && !sheet.Lines[text.Line - 1].Blank && !SubjectText.OpensBody(text);

    private static bool GoesOn(Segment item, Segment next) =>
        !Closed(item) && !next.Capitals && (char.IsLower(next.Text[0]) || item.StartsItem);

    private static bool Closed(Segment item) => item.Text[^1] is ';' or '.';

    private static bool IsFileCopy(Segment item) =>
        item.Text.TrimStart('-', '–', '+', ' ').StartsWith("Lưu", StringComparison.OrdinalIgnoreCase);

    private static List<Reading<string>> Finish(List<Segment> items) =>
        [
            .. items
                .SelectMany(i =>
                    i.Text.Split(';', StringSplitOptions.TrimEntries)
                        .Select(part => i.As(part.Trim('-', '–', '+', ' ', ';', ',', '.', '…'), Confidence.Likely))
                )
                .Where(r => r.Value.Length > 1)
                .Take(MaxItems),
        ];
}
