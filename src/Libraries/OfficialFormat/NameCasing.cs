using DoanKet.VietnameseText;

namespace DoanKet.OfficialFormat;

/// <summary>
/// Writes a name printed in capitals as it stands in running text: "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN" as "Ủy ban nhân dân tỉnh Nghệ An"
/// (Nghị định 30/2020/NĐ-CP, phụ lục II, mục IV). Words that are not known are taken for proper names.
/// </summary>
public static class NameCasing
{
    /// <summary>Bodies, positions and fields of work; the longest that fits counts.</summary>
    private static readonly string[] Known =
    [
        "Tổng Liên đoàn Lao động Việt Nam",
        "Liên đoàn Lao động",
        "Liên đoàn",
        "Công đoàn",
        "Công đoàn cơ sở",
        "Công đoàn ngành",
        "Công đoàn Viên chức",
        "Công đoàn các Khu công nghiệp",
        "Công đoàn các Khu kinh tế",
        "Ban Chấp hành",
        "Ban Thường vụ",
        "Ban Quản lý",
        "Ban Tổ chức",
        "Ban Dân vận",
        "Ban Tuyên giáo",
        "Ban Nội chính",
        "Đoàn Chủ tịch",
        "Ủy ban Kiểm tra",
        "Ủy ban nhân dân",
        "Hội đồng nhân dân",
        "Hội đồng",
        "Ủy ban",
        "Ủy ban Mặt trận Tổ quốc Việt Nam",
        "Mặt trận Tổ quốc",
        "Chính phủ",
        "Thủ tướng Chính phủ",
        "Quốc hội",
        "Ủy ban Thường vụ Quốc hội",
        "Văn phòng",
        "Chủ tịch nước",
        "Nhà nước",
        "Bộ",
        "Sở",
        "Ban",
        "Phòng",
        "Cục",
        "Chi cục",
        "Tổng cục",
        "Vụ",
        "Viện",
        "Trường",
        "Trường Đại học",
        "Trường Cao đẳng",
        "Trường Tiểu học",
        "Trường Mầm non",
        "Trường Trung học cơ sở",
        "Trường Trung học phổ thông",
        "Trung tâm",
        "Bệnh viện",
        "Bệnh viện Đa khoa",
        "Thanh tra",
        "Công an",
        "Bộ Chỉ huy Quân sự",
        "Tòa án nhân dân",
        "Viện kiểm sát nhân dân",
        "Kho bạc Nhà nước",
        "Ngân hàng",
        "Bảo hiểm xã hội",
        "Kiểm toán Nhà nước",
        "Tỉnh ủy",
        "Thành ủy",
        "Huyện ủy",
        "Thị ủy",
        "Quận ủy",
        "Đảng ủy",
        "Đảng bộ",
        "Chi bộ",
        "Tỉnh đoàn",
        "Hội",
        "Hội Liên hiệp Phụ nữ",
        "Hội Nông dân",
        "Hội Cựu chiến binh",
        "Hiệp hội",
        "Liên hiệp",
        "Công ty",
        "Công ty cổ phần",
        "Công ty trách nhiệm hữu hạn",
        "một thành viên",
        "Tổng công ty",
        "Tập đoàn",
        "Xí nghiệp",
        "Nhà máy",
        "tỉnh",
        "thành phố",
        "huyện",
        "quận",
        "thị xã",
        "thị trấn",
        "xã",
        "phường",
        "khu vực",
        "số",
        "và",
        "của",
        "về",
        "các",
        "Nội vụ",
        "Tài chính",
        "Kế hoạch và Đầu tư",
        "Lao động - Thương binh và Xã hội",
        "Giáo dục và Đào tạo",
        "Y tế",
        "Tư pháp",
        "Xây dựng",
        "Công Thương",
        "Nông nghiệp và Môi trường",
        "Nông nghiệp và Phát triển nông thôn",
        "Tài nguyên và Môi trường",
        "Khoa học và Công nghệ",
        "Thông tin và Truyền thông",
        "Văn hóa, Thể thao và Du lịch",
        "Giao thông vận tải",
        "Ngoại giao",
        "Quốc phòng",
        "Tuyên giáo",
        "Nữ công",
        "Tổ chức",
        "Kiểm tra",
        "Phó",
        "Chủ tịch",
        "Bí thư",
        "Thường trực",
        "Thủ tướng",
        "Bộ trưởng",
        "Thứ trưởng",
        "Giám đốc",
        "Tổng Giám đốc",
        "Trưởng",
        "Trưởng ban",
        "Trưởng phòng",
        "Chánh",
        "Chánh Văn phòng",
        "Chánh Thanh tra",
        "Chủ nhiệm",
        "Hiệu trưởng",
        "Viện trưởng",
        "Cục trưởng",
        "Vụ trưởng",
        "Tổng cục trưởng",
        "Ủy viên",
        "Tổng Thư ký",
        "Tổng Biên tập",
        "Tổng Kiểm toán",
    ];

    private static readonly ILookup<string, string[]> Phrases = Known
        .Select(k => k.Split(' '))
        .OrderByDescending(words => words.Length)
        .ToLookup(words => Lower(words[0]));

    /// <summary>The name as it is when not all of its letters are capitals.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Any(char.IsLower))
            return name;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<string> written = [];
        for (var i = 0; i < words.Length; )
        {
            var phrase = Phrases[Lower(words[i])].FirstOrDefault(p => Fits(p, words, i)) ?? [Proper(words[i])];
            for (var j = 0; j < phrase.Length; j++)
                written.Add(Bare(phrase[j]) + Mark(words[i + j]));
            i += phrase.Length;
        }
        var text = string.Join(' ', written);
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static bool Fits(string[] phrase, string[] words, int at) =>
        at + phrase.Length <= words.Length && phrase.Index().All(p => Lower(words[at + p.Index]) == Lower(p.Item));

    private static string Lower(string word) => Normalise.Nfc(Bare(word)).ToLowerInvariant();

    private static string Bare(string word) => word.TrimEnd(',', '.', ';');

    private static string Mark(string word) => word[Bare(word).Length..];

    /// <summary>Abbreviations have no vowel: TNHH, MTV; of a number or a sign nothing changes.</summary>
    private static string Proper(string word)
    {
        var bare = Bare(word);
        var folded = Fold.Text(bare);
        return folded.Length == 0 || (bare.Length > 1 && !folded.Any("aeiouy".Contains))
            ? bare
            : char.ToUpperInvariant(bare[0]) + bare[1..].ToLowerInvariant();
    }
}
