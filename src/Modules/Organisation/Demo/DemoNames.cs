namespace DoanKet.Modules.Organisation.Demo;

/// <summary>Generated names. People are put together from lists of family, middle and given names: nobody real is meant.</summary>
internal sealed class DemoNames(Random random)
{
    public static IReadOnlyList<string> Boards { get; } =
    [
        "Văn phòng",
        "Ban Tổ chức – Kiểm tra",
        "Ban Tuyên giáo – Nữ công",
        "Ban Chính sách – Pháp luật",
        "Ban Tài chính",
        "Văn phòng Ủy ban Kiểm tra",
    ];

    /// <summary>The 21 district units of Nghệ An of 2021.</summary>
    public static IReadOnlyList<string> Districts { get; } =
    [
        "thành phố Vinh",
        "thị xã Cửa Lò",
        "thị xã Thái Hòa",
        "huyện Quế Phong",
        "huyện Quỳ Châu",
        "huyện Kỳ Sơn",
        "huyện Tương Dương",
        "huyện Nghĩa Đàn",
        "huyện Quỳ Hợp",
        "huyện Quỳnh Lưu",
        "huyện Con Cuông",
        "huyện Tân Kỳ",
        "huyện Anh Sơn",
        "huyện Diễn Châu",
        "huyện Yên Thành",
        "huyện Đô Lương",
        "huyện Thanh Chương",
        "huyện Nghi Lộc",
        "huyện Nam Đàn",
        "huyện Hưng Nguyên",
        "thị xã Hoàng Mai",
    ];

    /// <summary>The eight branch unions of 2021.</summary>
    public static IReadOnlyList<string> Branches { get; } =
    [
        "Giáo dục",
        "Y tế",
        "Giao thông vận tải",
        "Xây dựng",
        "Nông nghiệp và Phát triển nông thôn",
        "Công Thương",
        "Viên chức",
        "Khu kinh tế Đông Nam",
    ];

    private static readonly string[] Family =
    [
        "Nguyễn",
        "Trần",
        "Lê",
        "Phạm",
        "Hoàng",
        "Phan",
        "Vũ",
        "Đặng",
        "Bùi",
        "Đỗ",
        "Hồ",
        "Ngô",
        "Dương",
        "Cao",
        "Đinh",
    ];
    private static readonly string[] Middle = ["Văn", "Thị", "Đức", "Minh", "Thanh", "Hữu", "Ngọc", "Quang", "Thu", "Hải"];
    private static readonly string[] Given =
    [
        "An",
        "Bình",
        "Cường",
        "Dũng",
        "Đạt",
        "Giang",
        "Hà",
        "Hạnh",
        "Hòa",
        "Huệ",
        "Khánh",
        "Lan",
        "Liên",
        "Long",
        "Mai",
        "Nam",
        "Nga",
        "Oanh",
        "Phúc",
        "Quỳnh",
        "Sơn",
        "Tâm",
        "Thắng",
        "Thủy",
        "Trang",
        "Tuấn",
        "Vân",
        "Vinh",
        "Xuân",
        "Yến",
    ];

    private static readonly string[] StatePlaces =
    [
        "Trường Mầm non",
        "Trường Tiểu học",
        "Trường Trung học cơ sở",
        "Trường Trung học phổ thông",
        "Trạm Y tế",
        "Cơ quan UBND xã",
        "Trung tâm Dịch vụ công",
        "Ban Quản lý công trình",
    ];
    private static readonly string[] PrivatePlaces =
    [
        "Công ty TNHH May mặc",
        "Công ty Cổ phần Vật liệu xây dựng",
        "Công ty TNHH Điện tử",
        "Công ty Cổ phần Chế biến gỗ",
        "Hợp tác xã Dịch vụ",
        "Trường Mầm non tư thục",
        "Công ty TNHH Vận tải",
    ];

    public string Person() => $"{Pick(Family)} {Pick(Middle)} {Pick(Given)}";

    public string Grassroots(bool isState, int number) => $"CĐCS {Pick(isState ? StatePlaces : PrivatePlaces)} số {number}";

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
