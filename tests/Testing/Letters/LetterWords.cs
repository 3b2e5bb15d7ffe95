namespace DoanKet.Testing.Letters;

/// <summary>A kind of body that issues documents. In its name {tỉnh}, {xã}, {trường} and {công ty} stand for one of many.</summary>
/// <param name="Superiors">One of them stands above the name; an empty one for none.</param>
internal sealed record LetterBody(
    string Issuer,
    string Code,
    IReadOnlyList<string> Superiors,
    IReadOnlyList<(IReadOnlyList<string> For, string Own)> Positions,
    bool Party = false
);

/// <summary>What made-up letters are put together from.</summary>
internal static class LetterWords
{
    private static readonly IReadOnlyList<(IReadOnlyList<string>, string)> Union =
    [
        (["TM. BAN THƯỜNG VỤ"], "CHỦ TỊCH"),
        (["TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH"),
        (["TM. BAN CHẤP HÀNH"], "CHỦ TỊCH"),
        (["TL. BAN THƯỜNG VỤ"], "CHÁNH VĂN PHÒNG"),
        (["TM. BAN THƯỜNG VỤ"], "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
    ];

    private static readonly IReadOnlyList<(IReadOnlyList<string>, string)> Committee =
    [
        (["TM. ỦY BAN NHÂN DÂN"], "CHỦ TỊCH"),
        (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH"),
        (["KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH"),
        (["TUQ. CHỦ TỊCH"], "CHÁNH VĂN PHÒNG"),
    ];

    private static readonly IReadOnlyList<(IReadOnlyList<string>, string)> Office =
    [
        ([], "GIÁM ĐỐC"),
        (["KT. GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC"),
        (["TL. GIÁM ĐỐC"], "CHÁNH VĂN PHÒNG"),
    ];

    private static readonly IReadOnlyList<(IReadOnlyList<string>, string)> Ministry =
    [
        ([], "BỘ TRƯỞNG"),
        (["KT. BỘ TRƯỞNG"], "THỨ TRƯỞNG"),
        (["TL. BỘ TRƯỞNG"], "VỤ TRƯỞNG VỤ TỔ CHỨC CÁN BỘ"),
    ];

    private static readonly IReadOnlyList<(IReadOnlyList<string>, string)> School =
    [
        ([], "HIỆU TRƯỞNG"),
        (["KT. HIỆU TRƯỞNG"], "PHÓ HIỆU TRƯỞNG"),
    ];

    private static readonly IReadOnlyList<(IReadOnlyList<string>, string)> PartyOffice =
    [
        (["T/M BAN THƯỜNG VỤ"], "PHÓ BÍ THƯ"),
        (["T/M BAN THƯỜNG VỤ"], "BÍ THƯ"),
        (["T/L BAN THƯỜNG VỤ"], "CHÁNH VĂN PHÒNG"),
    ];

    internal static readonly IReadOnlyList<LetterBody> Bodies =
    [
        new("Liên đoàn Lao động tỉnh {tỉnh}", "LĐLĐ", ["Tổng Liên đoàn Lao động Việt Nam", ""], Union),
        new("Công đoàn xã {xã}", "CĐX", ["Liên đoàn Lao động tỉnh Lam Sơn"], Union),
        new(
            "Ban Tuyên giáo - Nữ công",
            "TGNC",
            ["Liên đoàn Lao động tỉnh Lam Sơn"],
            [(["TL. BAN THƯỜNG VỤ"], "TRƯỞNG BAN"), ([], "TRƯỞNG BAN")]
        ),
        new("Ủy ban Kiểm tra", "UBKT", ["Liên đoàn Lao động tỉnh Lam Sơn"], [([], "CHỦ NHIỆM"), (["KT. CHỦ NHIỆM"], "PHÓ CHỦ NHIỆM")]),
        new("Công đoàn ngành Giáo dục", "CĐN", ["Liên đoàn Lao động tỉnh Trường Xuân"], Union),
        new("Công đoàn cơ sở Công ty {công ty}", "CĐCS", ["Công đoàn các Khu công nghiệp", "Công đoàn xã Đông Hòa"], Union),
        new("Công đoàn Trường {trường}", "CĐT", ["Công đoàn ngành Giáo dục tỉnh Lam Sơn"], [(["TM. BAN CHẤP HÀNH"], "CHỦ TỊCH")]),
        new("Ủy ban nhân dân tỉnh {tỉnh}", "UBND", [""], Committee),
        new("Ủy ban nhân dân xã {xã}", "UBND", ["Ủy ban nhân dân tỉnh Lam Sơn", ""], Committee),
        new("Sở Nội vụ", "SNV", ["Ủy ban nhân dân tỉnh Lam Sơn"], Office),
        new("Sở Giáo dục và Đào tạo", "SGDĐT", ["UBND tỉnh Trường Xuân"], Office),
        new("Sở Y tế", "SYT", ["Ủy ban nhân dân tỉnh Hòa Giang"], Office),
        new("Bộ Nội vụ", "BNV", [""], Ministry),
        new("Bộ Giáo dục và Đào tạo", "BGDĐT", [""], Ministry),
        new("Bệnh viện Đa khoa tỉnh {tỉnh}", "BVĐK", ["Sở Y tế Lam Sơn", "Sở Y tế"], Office),
        new("Bảo hiểm xã hội tỉnh {tỉnh}", "BHXH", ["Bảo hiểm xã hội Việt Nam"], Office),
        new("Trường {trường}", "THPT", ["Sở Giáo dục và Đào tạo Lam Sơn", "Ủy ban nhân dân xã Đông Hòa"], School),
        new(
            "Công ty {công ty}",
            "CT",
            ["", "Tổng công ty Xây dựng Sao Mai"],
            [([], "GIÁM ĐỐC"), ([], "TỔNG GIÁM ĐỐC"), (["KT. TỔNG GIÁM ĐỐC"], "PHÓ TỔNG GIÁM ĐỐC")]
        ),
        new("Tỉnh ủy {tỉnh}", "TU", [""], PartyOffice, Party: true),
        new("Ban Dân vận", "BDV", ["Tỉnh ủy Lam Sơn"], [([], "TRƯỞNG BAN"), (["K/T TRƯỞNG BAN"], "PHÓ TRƯỞNG BAN")], Party: true),
        new("Đảng ủy xã {xã}", "ĐU", ["Đảng bộ tỉnh Trường Xuân"], PartyOffice, Party: true),
    ];

    internal static readonly string[] Provinces = ["Lam Sơn", "Trường Xuân", "Hòa Giang", "Bình Thanh", "Đông Triều Châu"];
    internal static readonly string[] Communes = ["Đông Hòa", "Nghi Phú", "Tam Thái", "Yên Lạc", "Hưng Thịnh Trung"];
    internal static readonly string[] Places = ["Lam Sơn", "Trường Xuân", "Hòa Giang", "Đông Hòa", "Thành phố Lam Sơn", "Hà Nội"];
    internal static readonly string[] Offices = ["TH", "VP", "TGNC", "CSPL", "TCKT", "HC", "NV1"];
    internal static readonly string[] Schools =
    [
        "Trung học phổ thông Lam Sơn",
        "THCS Nguyễn Trãi",
        "Tiểu học Đông Hòa 1",
        "Mầm non Hoa Sen",
        "Cao đẳng Kỹ thuật Trường Xuân",
    ];
    internal static readonly string[] Companies =
    [
        "TNHH May mặc Sao Biển",
        "Cổ phần Xây dựng Hòa Giang",
        "TNHH MTV Cấp nước Lam Sơn",
        "Cổ phần Thủy sản Đông Hòa",
        "TNHH Điện tử Bình Minh Việt Nam",
    ];

    internal static readonly (string Code, string Name)[] Kinds =
    [
        ("CV", ""),
        ("CV", ""),
        ("CV", ""),
        ("KH", "Kế hoạch"),
        ("BC", "Báo cáo"),
        ("TB", "Thông báo"),
        ("HD", "Hướng dẫn"),
        ("QĐ", "Quyết định"),
        ("GM", "Giấy mời"),
        ("TTr", "Tờ trình"),
        ("NQ", "Nghị quyết"),
        ("CT", "Chỉ thị"),
        ("CTr", "Chương trình"),
        ("BB", "Biên bản"),
    ];
    internal static readonly (string Code, string Name)[] PartyKinds =
    [
        ("KH", "Kế hoạch"),
        ("NQ", "Nghị quyết"),
        ("TB", "Thông báo"),
        ("CT", "Chỉ thị"),
        ("BC", "Báo cáo"),
        ("KL", "Kết luận"),
        ("HD", "Hướng dẫn"),
    ];

    internal static readonly string[] SubjectVerbs =
    [
        "triển khai",
        "tăng cường",
        "đẩy mạnh",
        "tổ chức",
        "tổng kết",
        "đánh giá",
        "rà soát, báo cáo",
        "kết quả",
        "việc thực hiện",
        "về việc kiểm tra",
        "về công tác",
        "phối hợp",
    ];
    internal static readonly string[] SubjectThings =
    [
        "phong trào thi đua lao động giỏi",
        "công tác phát triển đoàn viên và thành lập công đoàn cơ sở",
        "ứng dụng chữ ký số trong quản lý và điều hành văn bản tại các đơn vị trực thuộc",
        "Tháng Công nhân năm {năm}",
        "công tác an toàn, vệ sinh lao động, phòng chống cháy nổ",
        "Đại hội Công đoàn các cấp nhiệm kỳ 2023 - 2028",
        "chế độ, chính sách đối với cán bộ, công chức, viên chức và người lao động",
        "Nghị quyết số 02-NQ/TW ngày 12/6/2021 của Bộ Chính trị",
        "dự toán thu, chi tài chính công đoàn năm {năm}",
        "thu kinh phí công đoàn, đoàn phí công đoàn 6 tháng đầu năm {năm}",
        "Kế hoạch số 15/KH-UBND về cải cách hành chính, chuyển đổi số",
        "công tác nữ công và bình đẳng giới quý III/{năm}",
        "xây dựng quan hệ lao động hài hòa, ổn định, tiến bộ trong doanh nghiệp",
        "Chỉ thị số 37-CT/TW của Ban Bí thư khóa XII",
        "kiểm tra tài chính và việc chấp hành Điều lệ Công đoàn Việt Nam",
    ];
    internal static readonly string[] SubjectEnds =
    [
        " trên địa bàn tỉnh",
        " giai đoạn 2021 - 2025, định hướng đến năm 2030",
        " theo tinh thần Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư",
        " tại các doanh nghiệp khu vực ngoài nhà nước",
        " (lần 2)",
        " năm {năm}",
    ];
    internal static readonly string[] InvitationSubjects =
    [
        "Dự Hội nghị tổng kết phong trào thi đua năm {năm}",
        "Dự họp Ban Chấp hành mở rộng lần thứ 12",
        "Tham dự Hội thảo về chuyển đổi số trong hoạt động công đoàn",
        "Làm việc với Đoàn kiểm tra",
    ];

    internal static readonly string[] Openings =
    [
        "Căn cứ Điều lệ Công đoàn Việt Nam khóa XII và các văn bản hướng dẫn thi hành;",
        "Thực hiện Kế hoạch số 25/KH-TLĐ ngày 10/01/2020 của Tổng Liên đoàn Lao động Việt Nam, đơn vị đề nghị như sau:",
        "Theo đề nghị của các đơn vị trực thuộc và kết quả kiểm tra thực tế trong thời gian qua, đơn vị thông báo một số nội dung sau đây.",
        "Thời gian qua, các cấp công đoàn đã có nhiều cố gắng, đạt được những kết quả tích cực trên nhiều mặt công tác.",
        "Để kịp thời nắm tình hình và có cơ sở chỉ đạo trong thời gian tới, đơn vị yêu cầu thực hiện các nội dung sau:",
        "Nhằm nâng cao chất lượng hoạt động, đáp ứng yêu cầu nhiệm vụ trong tình hình mới, đơn vị ban hành văn bản này.",
        "Trong sáu tháng đầu năm, tình hình việc làm, đời sống của công nhân lao động cơ bản ổn định, thu nhập được cải thiện.",
        "Sau khi xem xét hồ sơ và ý kiến của các bên liên quan, đơn vị có ý kiến như sau:",
        "Được sự đồng ý của Thường trực Tỉnh ủy, đơn vị tổ chức thực hiện với những nội dung chủ yếu dưới đây.",
    ];
    internal static readonly string[] InvitationOpenings =
    [
        "Liên đoàn trân trọng kính mời: Đồng chí Chủ tịch công đoàn cơ sở các đơn vị",
        "Trân trọng kính mời các đồng chí trong Ban Chấp hành đến dự cuộc họp với nội dung sau:",
        "Kính mời ông (bà): Trưởng các ban, đơn vị trực thuộc",
    ];
    internal static readonly string[] Sentences =
    [
        "1. Tuyên truyền, phổ biến sâu rộng đến toàn thể cán bộ, đoàn viên và người lao động trong đơn vị về ý nghĩa của đợt thi đua.",
        "2. Rà soát danh sách đoàn viên, cập nhật đầy đủ thông tin lên phần mềm quản lý, bảo đảm chính xác, không trùng lặp.",
        "Các đơn vị được thành lập trước ngày 01/01/2019 thực hiện theo quy định tại Quyết định số 1908/QĐ-TLĐ ngày 19/12/2016.",
        "Trong quá trình triển khai nếu có khó khăn, vướng mắc, đề nghị phản ánh về cơ quan thường trực để được giải quyết kịp thời.",
        "- Tổng số đoàn viên toàn tỉnh là 146.790 người, trong đó nữ 78.215 người, chiếm tỷ lệ 53,3%.",
        "3. Giao Văn phòng chủ trì, phối hợp với các ban liên quan theo dõi, đôn đốc, tổng hợp kết quả thực hiện.",
        "Kinh phí thực hiện được bố trí từ nguồn tài chính công đoàn và các nguồn hợp pháp khác theo quy định hiện hành.",
        "Ban Thường vụ đã ban hành Chương trình số 08/CTr-LĐLĐ ngày 15/3/2019; đến nay 100% đơn vị đã có kế hoạch thực hiện.",
        "Hội nghị nhất trí thông qua các nội dung trên và giao Ban Thường vụ hoàn chỉnh, ban hành.",
        "Chất lượng sinh hoạt, công tác cán bộ, kiểm tra, giám sát được quan tâm; nhiều mô hình hay, cách làm sáng tạo được nhân rộng.",
    ];
    internal static readonly string[] Asks =
    [
        "Đề nghị các đơn vị gửi báo cáo kết quả về đơn vị trước ngày {d}/{m}/{y} để tổng hợp.",
        "Danh sách gửi chậm nhất ngày {d} tháng {m} năm {y} qua trục liên thông văn bản.",
        "Hạn cuối nộp hồ sơ: {d}/{m}/{y}, quá thời hạn trên coi như đơn vị không tham gia.",
        "Báo cáo bằng văn bản trước 17 giờ 00 ngày {d}/{m}/{y}, đồng thời gửi bản mềm qua thư điện tử.",
        "Việc rà soát phải hoàn thành trước ngày {d}.{m}.{y}; văn phòng theo dõi, đôn đốc.",
    ];
    internal static readonly string[] Closings =
    [
        "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện./.",
        "Trân trọng./.",
        "Rất mong sự quan tâm phối hợp của quý cơ quan./.",
        "Văn bản này có hiệu lực kể từ ngày ký./.",
    ];
    internal static readonly string[] AddresseeNames =
    [
        "Liên đoàn Lao động các xã, phường",
        "Công đoàn ngành Giáo dục, Công đoàn ngành Y tế",
        "Các công đoàn cơ sở trực thuộc",
        "Ủy ban nhân dân tỉnh",
        "Sở Tài chính",
        "Ban Quản lý các Khu công nghiệp tỉnh",
        "Thủ trưởng các cơ quan, đơn vị, doanh nghiệp trên địa bàn",
    ];
    internal static readonly string[] RecipientNames =
    [
        "Như trên",
        "Thường trực Tỉnh ủy (để báo cáo)",
        "Tổng Liên đoàn Lao động Việt Nam",
        "Các đồng chí Ủy viên Ban Thường vụ",
        "Văn phòng Ủy ban nhân dân tỉnh",
        "Trang thông tin điện tử",
    ];
    internal static readonly string[] Urgencies = ["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"];
    internal static readonly string[] Secrecies = ["MẬT", "TỐI MẬT"];
    internal static readonly string[] WorkTitles = ["ThS.", "TS.", "BSCKII.", "PGS.TS.", "KS.", "CN.", "BS.CKI.", "NGƯT. TS."];
    internal static readonly string[] SecondPositions = ["THƯ KÝ", "NGƯỜI GHI BIÊN BẢN"];
    internal static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"];
    internal static readonly string[] Middles = ["Văn", "Thị", "Đức", "Minh", "Thị Thu", "Xuân", "Quang", "Ngọc", "Hữu"];
    internal static readonly string[] Givens =
    [
        "An",
        "Bình",
        "Cường",
        "Dung",
        "Hà",
        "Hùng",
        "Lan",
        "Mẫu",
        "Phương",
        "Quyết",
        "Sơn",
        "Thử",
        "Yến",
    ];
}
