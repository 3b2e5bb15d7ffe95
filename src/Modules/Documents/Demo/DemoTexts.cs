namespace DoanKet.Modules.Documents.Demo;

/// <summary>A subject from which documents are made, with {0} for a month and {1} for a year.</summary>
/// <param name="ReplyDays">Days in which an answer is asked; null when none is.</param>
internal sealed record DemoSubject(string KindCode, string Text, int? ReplyDays = null);

/// <summary>What the generated documents say: the yearly round of a federation's work. Nobody real is named.</summary>
internal static class DemoTexts
{
    public static IReadOnlyList<DemoSubject> Outgoing { get; } =
    [
        new("HD", "Tổ chức đại hội công đoàn cơ sở trong quý {0}", 20),
        new("KH", "Tổ chức Tháng Công nhân năm {1}", 15),
        new("KH", "Chăm lo Tết cho đoàn viên, người lao động có hoàn cảnh khó khăn", 12),
        new("KH", "Kiểm tra việc thu, chi tài chính công đoàn tháng {0}/{1}"),
        new("HD", "Công tác thi đua, khen thưởng năm {1}", 25),
        new("HD", "Sử dụng, quản lý tài chính công đoàn cơ sở"),
        new("BC", "Kết quả hoạt động công đoàn tháng {0}/{1}"),
        new("BC", "Tình hình thu, chi tài chính công đoàn quý {0}"),
        new("CV", "V/v báo cáo số liệu đoàn viên, công đoàn cơ sở tháng {0}/{1}", 7),
        new("CV", "V/v rà soát, cập nhật dữ liệu đoàn viên trên phần mềm", 10),
        new("CV", "V/v tham gia góp ý dự thảo Quy chế phối hợp", 6),
        new("CV", "V/v đăng ký nhu cầu nhà ở của đoàn viên, người lao động", 14),
        new("CV", "V/v tuyên truyền phòng, chống tai nạn lao động trong mùa mưa bão"),
        new("GM", "Dự hội nghị tập huấn nghiệp vụ công đoàn tháng {0}/{1}"),
        new("GM", "Dự hội nghị giao ban quý {0}"),
        new("TB", "Kết luận hội nghị Ban Thường vụ tháng {0}/{1}"),
        new("TB", "Lịch trực Tết và nghỉ lễ"),
        new("QĐ", "Tặng Bằng khen chuyên đề “Lao động giỏi, lao động sáng tạo”"),
        new("QĐ", "Thành lập đoàn kiểm tra công tác công đoàn"),
        new("TTr", "Phân bổ kinh phí Tháng Công nhân năm {1}"),
    ];

    public static IReadOnlyList<DemoSubject> Incoming { get; } =
    [
        new("HD", "Công tác tổ chức đại hội công đoàn các cấp", 20),
        new("KH", "Triển khai chương trình phúc lợi đoàn viên năm {1}", 15),
        new("CV", "V/v báo cáo tình hình quan hệ lao động tháng {0}/{1}", 7),
        new("CV", "V/v phối hợp kiểm tra việc chấp hành pháp luật lao động", 10),
        new("CV", "V/v góp ý dự thảo nghị quyết về chăm lo đời sống công nhân", 8),
        new("GM", "Dự hội nghị sơ kết công tác quý {0}"),
        new("TB", "Kết luận phiên họp tháng {0}/{1}"),
        new("QĐ", "Giao dự toán thu, chi tài chính công đoàn năm {1}"),
        new("BC", "Tình hình đóng bảo hiểm xã hội của các doanh nghiệp trên địa bàn"),
        new("CV", "V/v hỗ trợ đoàn viên bị ảnh hưởng do thiên tai", 5),
    ];

    /// <summary>Issuing bodies outside: name with {0} for the province, symbol, title of the person who signs.</summary>
    public static IReadOnlyList<(string Name, string Symbol, string Title)> Issuers { get; } =
    [
        ("Tổng Liên đoàn Lao động Việt Nam", "TLĐ", "Phó Chủ tịch"),
        ("Ủy ban nhân dân tỉnh {0}", "UBND", "Phó Chủ tịch"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh {0}", "MTTQ-BTT", "Chủ tịch"),
        ("Sở Nội vụ", "SNV", "Giám đốc"),
        ("Bảo hiểm xã hội tỉnh {0}", "BHXH", "Giám đốc"),
        ("Sở Tài chính", "STC", "Phó Giám đốc"),
        ("Ban Dân vận Tỉnh ủy", "BDV", "Phó Trưởng ban"),
    ];

    public static IReadOnlyList<string> Signers { get; } = ["Người Ký Một", "Người Ký Hai", "Người Ký Ba", "Người Ký Bốn", "Người Ký Năm"];

    public static IReadOnlyList<string> Directives { get; } =
    [
        "Giao ban tham mưu triển khai, báo cáo lãnh đạo kết quả.",
        "Ban nghiên cứu, dự thảo văn bản trả lời.",
        "Đề nghị phối hợp thực hiện đúng thời hạn.",
        "Chuyển các ban để biết, thực hiện.",
    ];

    public static IReadOnlyList<string> Returns { get; } =
    ["Gửi nhầm đơn vị", "Tệp không mở được, đề nghị gửi lại", "Thiếu phụ lục kèm theo"];

    public static string Of(DemoSubject subject, DateOnly day) =>
        string.Format(
            null,
            subject.Text,
            subject.Text.Contains("quý", StringComparison.Ordinal) ? (day.Month + 2) / 3 : day.Month,
            day.Year
        );

    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
