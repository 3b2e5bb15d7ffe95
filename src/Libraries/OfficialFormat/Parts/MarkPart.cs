using DoanKet.VietnameseText;

namespace DoanKet.OfficialFormat.Parts;

/// <summary>Ô số 10a, 10b, 11: stamps standing alone in capitals.</summary>
internal static class MarkPart
{
    private static readonly string[] Others =
    [
        "den",
        "cong van den",
        "du thao",
        "luu hanh noi bo",
        "xem xong tra lai",
        "tai lieu thu hoi",
        "ban sao",
        "da ky",
    ];

    internal static Reading<UrgencyMark>? Urgency(Sheet sheet) => First(sheet, UrgencyOf);

    internal static Reading<SecrecyMark>? Secrecy(Sheet sheet) => First(sheet, SecrecyOf);

    internal static bool IsMark(Segment segment) =>
        UrgencyOf(segment.Text) is not null || SecrecyOf(segment.Text) is not null || Others.Contains(Fold.Text(segment.Text));

    private static Reading<T>? First<T>(Sheet sheet, Func<string, T?> mark)
        where T : struct =>
        sheet
            .Head.Where(s => s.Capitals)
            .Select(s => mark(s.Text) is { } value ? s.As(value, Confidence.Sure) : null)
            .FirstOrDefault(r => r is not null);

    private static UrgencyMark? UrgencyOf(string text) =>
        Fold.Text(text) switch
        {
            "khan" => UrgencyMark.Urgent,
            "thuong khan" => UrgencyMark.VeryUrgent,
            "hoa toc" or "hoa toc hen gio" => UrgencyMark.Express,
            _ => null,
        };

    private static SecrecyMark? SecrecyOf(string text) =>
        Fold.Text(text) switch
        {
            "mat" => SecrecyMark.Secret,
            "toi mat" => SecrecyMark.TopSecret,
            "tuyet mat" => SecrecyMark.UtmostSecret,
            _ => null,
        };
}
