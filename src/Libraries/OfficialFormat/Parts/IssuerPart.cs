using DoanKet.VietnameseText;

namespace DoanKet.OfficialFormat.Parts;

/// <summary>Ô số 2: the issuing body and, above it, its superior.</summary>
internal static class IssuerPart
{
    /// <summary>Words that begin the name of a body; a line beginning otherwise goes on with the name above it.</summary>
    private static readonly string[] Heads =
    [
        "tong lien doan",
        "lien doan",
        "cong doan",
        "tong cong ty",
        "cong ty",
        "tap doan",
        "nha may",
        "xi nghiep",
        "ban",
        "uy ban",
        "ubnd",
        "ubmttq",
        "mat tran",
        "bo",
        "so",
        "cuc",
        "chi cuc",
        "tong cuc",
        "vu",
        "phong",
        "van phong",
        "vien",
        "toa an",
        "truong",
        "benh vien",
        "trung tam",
        "hoi",
        "hoi dong",
        "hdnd",
        "hiep hoi",
        "quoc hoi",
        "chinh phu",
        "thu tuong",
        "chu tich",
        "dang bo",
        "dang uy",
        "chi bo",
        "tinh uy",
        "thanh uy",
        "huyen uy",
        "quan uy",
        "tinh doan",
        "doan",
        "doan chu tich",
        "bao hiem",
        "ngan hang",
        "kho bac",
        "cong an",
        "thanh tra",
        "kiem toan",
        "bao",
        "tap chi",
        "to",
    ];

    /// <summary>A line that ends so is not a whole name yet: CÔNG ĐOÀN CƠ SỞ / CÔNG TY ….</summary>
    private static readonly string[] Unfinished =
    [
        "cong doan",
        "co so",
        "lien doan lao dong",
        "uy ban nhan dan",
        "cong ty",
        "truong",
        "ban chap hanh dang bo",
        "ban chap hanh cong doan",
        "va",
        "cua",
        "quan ly",
        "tinh",
        "thanh pho",
        "thi xa",
        "thi tran",
        "huyen",
        "quan",
        "xa",
        "phuong",
        "nganh",
        "khu vuc",
        "tong cong ty",
        "tap doan",
        "cao dang",
        "dai hoc",
        "pho thong",
        "trung hoc",
        "tieu hoc",
        "mam non",
        "benh vien",
        "trung tam",
    ];

    /// <summary>Every body has these; the name alone does not say whose it is.</summary>
    private static readonly string[] Boards =
    [
        "ban",
        "van phong",
        "phong",
        "uy ban kiem tra",
        "hoi dong thi dua",
        "doan kiem tra",
        "doan cong tac",
        "to",
        "thanh tra",
        "trung tam tu van",
    ];

    internal static bool IsPartOfBody(string name)
    {
        var folded = Fold.Text(name) + " ";
        // These stand for themselves.
        return !folded.StartsWith("ban quan ly ", StringComparison.Ordinal)
            && !folded.StartsWith("van phong chinh phu ", StringComparison.Ordinal)
            && Boards.Any(board => folded.StartsWith(board + " ", StringComparison.Ordinal));
    }

    internal static (Reading<string>? Issuer, Reading<string>? Superior) Read(Sheet sheet, int? below)
    {
        if (below is null)
            return (null, null);

        var names = new List<Segment>();
        foreach (
            var segment in sheet.Head.Where(s =>
                s.Line < below && (s.Capitals || IsLastWord(s)) && !Sheet.IsHeading(s) && !MarkPart.IsMark(s) && !DatePart.IsDate(s)
            )
        )
        {
            if (names.Count > 0 && (!StartsName(segment.Text) || IsUnfinished(names[^1].Text)))
                names[^1] = names[^1].And(segment);
            else if (segment.Capitals)
                names.Add(segment);
        }

        names.RemoveAll(n => names.Any(other => StartsName(other.Text)) && !StartsName(n.Text));
        if (names.Count == 0)
            return (null, null);

        var confidence =
            !StartsName(names[^1].Text) ? Confidence.Guess
            : names.Count <= 2 ? Confidence.Sure
            : Confidence.Likely;
        return (names[^1].As(names[^1].Text, confidence), names.Count > 1 ? names[^2].As(names[^2].Text, confidence) : null);
    }

    private static bool StartsName(string text)
    {
        var folded = Fold.Text(text) + " ";
        return Heads.Any(head => folded.StartsWith(head + " ", StringComparison.Ordinal));
    }

    /// <summary>"TRƯỜNG TIỂU HỌC ĐÔNG HÒA / 1", "KHU B".</summary>
    private static bool IsLastWord(Segment segment) =>
        segment.Text.Length <= 2 && segment.Text.All(c => char.IsUpper(c) || char.IsAsciiDigit(c));

    private static bool IsUnfinished(string text)
    {
        var folded = " " + Fold.Text(text);
        return Unfinished.Any(end => folded.EndsWith(" " + end, StringComparison.Ordinal));
    }
}
