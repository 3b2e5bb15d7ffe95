namespace DoanKet.Modules.Members.Synthetic;

/// <summary>Names put together from lists of common parts, as often as they are met: nobody real is meant.</summary>
internal sealed class SyntheticNames(Random random)
{
    /// <summary>Family names with their share in a thousand people.</summary>
    private static readonly (string Name, int Share)[] Families =
    [
        ("Nguyễn", 385),
        ("Trần", 110),
        ("Lê", 95),
        ("Phạm", 70),
        ("Hoàng", 51),
        ("Phan", 45),
        ("Vũ", 20),
        ("Võ", 20),
        ("Đặng", 21),
        ("Bùi", 20),
        ("Đỗ", 14),
        ("Hồ", 30),
        ("Ngô", 13),
        ("Dương", 10),
        ("Lý", 5),
        ("Cao", 12),
        ("Đinh", 10),
        ("Thái", 9),
        ("Lô", 12),
        ("Vi", 10),
        ("Lương", 12),
        ("Kha", 6),
        ("Moong", 4),
        ("Xồng", 4),
        ("Và", 3),
        ("Lữ", 5),
        ("Quang", 4),
    ];

    private static readonly string[] MaleMiddles =
    [
        "Văn",
        "Đức",
        "Hữu",
        "Minh",
        "Quang",
        "Xuân",
        "Đình",
        "Công",
        "Thanh",
        "Trọng",
        "Ngọc",
        "Anh",
        "Bá",
        "Viết",
    ];
    private static readonly string[] FemaleMiddles =
    [
        "Thị",
        "Thị Thu",
        "Thị Thanh",
        "Thị Ngọc",
        "Thị Hồng",
        "Thu",
        "Ngọc",
        "Thanh",
        "Mai",
        "Khánh",
        "Thùy",
    ];

    private static readonly string[] MaleGivens = (
        "An Anh Bình Bảo Cường Công Chiến Dũng Duy Đạt Đức Giang Hà Hải Hậu Hiếu Hoàng Hùng Huy Khánh Khoa Kiên "
        + "Lâm Long Lộc Lợi Mạnh Minh Nam Nghĩa Phong Phú Phúc Quân Quang Quý Sơn Sỹ Tài Tâm Tân Thái Thành Thắng "
        + "Thịnh Tiến Toàn Trung Trường Tú Tuấn Tùng Vinh Việt Vũ"
    ).Split(' ');

    private static readonly string[] FemaleGivens = (
        "An Anh Ánh Bích Châu Chi Dung Duyên Đào Giang Hà Hạnh Hằng Hiền Hoa Hoài Hòa Hồng Huệ Huyền Hương Hường "
        + "Lan Lê Liên Linh Loan Ly Mai My Nga Ngân Ngọc Nhàn Nhung Oanh Phương Phượng Quyên Quỳnh Sen Tâm Thảo "
        + "Thanh Thơm Thu Thủy Thúy Thương Trà Trang Vân Xuân Yến"
    ).Split(' ');

    private static readonly int AllShares = Families.Sum(family => family.Share);

    public string Next(bool isFemale)
    {
        var middle = Pick(isFemale ? FemaleMiddles : MaleMiddles);
        // One name in five has two middle words.
        if (random.Next(5) == 0)
            middle += " " + Pick(isFemale ? FemaleGivens : MaleGivens);
        return $"{Family()} {middle} {Pick(isFemale ? FemaleGivens : MaleGivens)}";
    }

    private string Family()
    {
        var share = random.Next(AllShares);
        foreach (var (name, part) in Families)
        {
            share -= part;
            if (share < 0)
                return name;
        }
        return Families[0].Name;
    }

    private string Pick(string[] list) => list[random.Next(list.Length)];
}
