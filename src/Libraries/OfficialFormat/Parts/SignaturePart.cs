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
        var nameAt = block.FindIndex(IsName);
        var name = nameAt < 0 ? null : block[nameAt];
        // Of two who sign beside each other the left one is read.
        var capitals = block.Take(nameAt < 0 ? 4 : nameAt).Where(s => s.Capitals && !MarkPart.IsMark(s)).DistinctBy(s => s.Line).ToList();
        var positionAt = capitals.FindLastIndex(IsPosition);
        var position = positionAt < 0 ? null : WithNextLine(capitals, positionAt);
        var authority = capitals.Take(positionAt < 0 ? capitals.Count : positionAt).ToList();
        return new(
            name?.As(PersonNames.Of(name.Text)!, position is null || name.Capitals ? Confidence.Likely : Confidence.Sure),
            position?.As(position.Text, Confidence.Sure),
            authority.Count == 0 ? null : authority.Aggregate((one, next) => one.And(next)).As(Joined(authority), Confidence.Sure)
        );
    }

    /// <summary>VỤ TRƯỞNG VỤ TỔ CHỨC / CÁN BỘ.</summary>
    private static Segment WithNextLine(List<Segment> capitals, int at) =>
        at + 1 < capitals.Count && capitals[at + 1].Line == capitals[at].Line + 1 ? capitals[at].And(capitals[at + 1]) : capitals[at];

    /// <summary>"TM. BAN THƯỜNG VỤ, KT. CHỦ TỊCH"; a line without such letters goes on with the one above it.</summary>
    private static string Joined(List<Segment> authority) =>
        authority.Skip(1).Aggregate(authority[0].Text, (text, next) => text + (AuthorityMark.IsMatch(next.Text) ? ", " : " ") + next.Text);

    private static bool IsNameBelow(Segment position, Segment name) =>
        name.Line > position.Line && name.Line <= position.Line + LinesAbove && IsName(name);

    private static bool IsName(Segment segment) =>
        PersonNames.Of(segment.Text) is not null && !IsPosition(segment) && !AuthorityMark.IsMatch(segment.Text);

    internal static bool IsPartOfSignature(Segment segment) =>
        segment.Capitals || MarkPart.IsMark(segment) || PersonNames.Of(segment.Text) is not null;

    private static bool IsPosition(Segment segment)
    {
        var folded = Fold.Text(segment.Text) + " ";
        return segment.Capitals && segment.Text.Length <= 80 && Positions.Any(p => folded.StartsWith(p + " ", StringComparison.Ordinal));
    }
}
