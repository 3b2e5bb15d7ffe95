using System.Text.RegularExpressions;
using DoanKet.VietnameseText;

namespace DoanKet.OfficialFormat.Parts;

/// <summary>Ô số 7a, 7b: authority, position and name of the person who signs.</summary>
internal sealed record SignaturePart(Reading<string>? Name, Reading<string>? Position, Reading<string>? Authority)
{
    private const int LinesAbove = 12,
        LinesBelow = 60;

    private static readonly Regex AuthorityMark = new(
        @"^(?:(?:TM|KT|TL|TUQ|T/M|K/T|T/L)[.\s]\s*|Q\.\s*)\p{Lu}",
        RegexOptions.NonBacktracking
    );

    /// <summary>Capitalised words; ranks and titles before them are not part of the name.</summary>
    private static readonly Regex PersonName = new(
        // TS., ThS., PGS.TS., BSCKII., NGƯT. TS. and whatever else is written before a name ends in a full stop.
        @"^(?:(?:(?:Đại|Trung|Thượng|Thiếu) (?:tướng|tá|úy)|TS|ThS|PGS|GS|\p{Lu}[\p{L}]{0,6}\.(?:\p{Lu}[\p{L}]{0,6}\.){0,3}) ?){0,3}"
            + @"(?<name>\p{Lu}[\p{Ll}'’]*(?: \p{Lu}[\p{Ll}'’]*){1,5})$",
        RegexOptions.NonBacktracking
    );

    private static readonly string[] Positions =
    [
        "chu tich",
        "pho chu tich",
        "bi thu",
        "pho bi thu",
        "thuong truc",
        "giam doc",
        "pho giam doc",
        "tong giam doc",
        "pho tong giam doc",
        "bo truong",
        "thu truong",
        "thu tuong",
        "pho thu tuong",
        "truong",
        "pho truong",
        "pho",
        "chanh",
        "chu nhiem",
        "hieu truong",
        "cuc truong",
        "vu truong",
        "vien truong",
        "to truong",
        "uy vien",
        "tong thu ky",
        "tong bien tap",
        "tong kiem toan",
    ];

    internal static SignaturePart Read(Sheet sheet, int? titleLine, int? recipientsLine)
    {
        var from = Math.Max((recipientsLine ?? 0) - LinesAbove, (titleLine ?? 0) + 1);
        var area = sheet.SegmentsBetween(from, recipientsLine + LinesBelow ?? sheet.Lines.Count).Where(s => !s.StartsItem).ToList();
        var first = area.FindIndex(s => s.Capitals && AuthorityMark.IsMatch(s.Text));
        if (first < 0 && recipientsLine is not null)
            first = area.FindIndex(s => s.Line >= recipientsLine - 3 && IsPosition(s));
        if (first < 0)
            first = area.FindLastIndex(s => IsPosition(s) && area.Any(name => IsNameBelow(s, name)));
        if (first < 0)
            return new(null, null, null);

        var block = area.Skip(first).TakeWhile(s => s.Line <= area[first].Line + LinesBelow).ToList();
        var nameAt = block.FindIndex(s => PersonName.IsMatch(s.Text));
        var name = nameAt < 0 ? null : block[nameAt];
        // Of two who sign beside each other the left one is read.
        var capitals = block.Take(nameAt < 0 ? 4 : nameAt).Where(s => s.Capitals && !MarkPart.IsMark(s)).DistinctBy(s => s.Line).ToList();
        var position = capitals.LastOrDefault(IsPosition);
        var authority = capitals.TakeWhile(s => s != position).ToList();
        return new(
            name?.As(PersonName.Match(name.Text).Groups["name"].Value, position is null ? Confidence.Likely : Confidence.Sure),
            position?.As(position.Text, Confidence.Sure),
            authority.Count == 0
                ? null
                : authority.Aggregate((one, next) => one.And(next)).As(string.Join(", ", authority.Select(s => s.Text)), Confidence.Sure)
        );
    }

    private static bool IsNameBelow(Segment position, Segment name) =>
        name.Line > position.Line && name.Line <= position.Line + LinesAbove && PersonName.IsMatch(name.Text);

    internal static bool IsPartOfSignature(Segment segment) =>
        segment.Capitals || MarkPart.IsMark(segment) || PersonName.IsMatch(segment.Text);

    private static bool IsPosition(Segment segment)
    {
        var folded = Fold.Text(segment.Text) + " ";
        return segment.Capitals && segment.Text.Length <= 80 && Positions.Any(p => folded.StartsWith(p + " ", StringComparison.Ordinal));
    }
}
