namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Why a file could not be read, and what to do, by the reader's status.</summary>
internal static class ReadingRemarks
{
    /// <summary>Secret documents are registered under the law on state secrets, in books of their own (điều 15, 22).</summary>
    public const string Secret =
        "Trên văn bản có dấu chỉ độ mật. Văn bản mật phải đăng ký và giữ theo quy định bảo vệ bí mật nhà nước, không xử lý trên hệ thống "
        + "này. Hãy dừng lại và báo người phụ trách.";

    public static string? For(string? status) =>
        status switch
        {
            null => "Chương trình đang đọc tệp. Anh/chị có thể nhập tay ngay, hoặc tải lại trang sau ít phút.",
            "Read" => null,
            "NoText" => "Tệp là ảnh quét, không có lớp chữ. Hãy nhìn ảnh trang và nhập tay.",
            "Encrypted" =>
                "Tệp có mật khẩu nên không đọc được. Hãy xin nơi gửi bản không đặt mật khẩu, hoặc nhập tay theo bản giấy; tệp vẫn được "
                    + "giữ.",
            "Damaged" =>
                "Tệp hỏng hoặc tải về chưa đủ. Hãy xin nơi gửi gửi lại rồi tiếp nhận bản mới; nếu có bản giấy, nhập tay; tệp vẫn được giữ.",
            "TooLarge" => "Tệp quá nhiều chữ hoặc quá nhiều trang để đọc tự động. Hãy nhập tay; tệp vẫn được giữ.",
            "TooSlow" =>
                "Đọc tệp mất quá nhiều thời gian nên chương trình đã dừng (tệp có thể bị lỗi vòng lặp). Hãy nhập tay; tệp vẫn được giữ.",
            _ => "Loại tệp này không đọc được chữ. Hãy mở tệp xem và nhập tay.",
        };
}
