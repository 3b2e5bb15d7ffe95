using DoanKet.Ui.Parts;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>The words of the history.</summary>
internal static class EventNames
{
    public static string Name(this EventKind kind) =>
        kind switch
        {
            EventKind.Received => "Tiếp nhận",
            EventKind.Registered => "Vào sổ",
            EventKind.Directed => "Chỉ đạo",
            EventKind.Note => "Ý kiến",
            EventKind.Opened => "Mở xem",
            EventKind.Done => "Hoàn thành",
            EventKind.Returned => "Trả lại",
            EventKind.Drafted => "Dự thảo",
            EventKind.Submitted => "Trình",
            EventKind.ContentApproved => "Duyệt nội dung",
            EventKind.FormatApproved => "Duyệt thể thức",
            EventKind.SentBack => "Trả lại",
            EventKind.Signed => "Ký",
            EventKind.Issued => "Phát hành",
            EventKind.Reminded => "Nhắc",
            EventKind.Acknowledged => "Xác nhận và vào sổ",
            EventKind.PassedOn => "Chuyển tiếp",
            EventKind.Corrected => "Đính chính",
            EventKind.Cancelled => "Hủy",
            EventKind.FilesChanged => "Tệp kèm theo",
            EventKind.Undone => "Hoàn tác",
            EventKind.GivenOn => "Giao tiếp",
            EventKind.TimeAsked => "Xin gia hạn",
            EventKind.TimeAnswered => "Trả lời xin gia hạn",
            EventKind.SentOutside => "Gửi ngoài hệ thống",
            EventKind.NumberReserved => "Giữ số",
            EventKind.NumberGivenBack => "Trả lại số",
            EventKind.RecallAsked => "Thu hồi",
            EventKind.RecallAgreed => "Đồng ý thu hồi",
            EventKind.RecallRefused => "Không đồng ý thu hồi",
            EventKind.Sealed => "Đóng dấu",
            EventKind.Copied => "Sao văn bản",
            _ => kind.ToString(),
        };

    public static BadgeKind Badge(this EventKind kind) =>
        kind switch
        {
            EventKind.Done or EventKind.Signed or EventKind.Sealed or EventKind.Issued or EventKind.Registered or EventKind.Acknowledged =>
                BadgeKind.Done,
            EventKind.Returned or EventKind.SentBack or EventKind.Cancelled or EventKind.RecallAsked => BadgeKind.Returned,
            EventKind.Reminded => BadgeKind.Late,
            EventKind.Directed or EventKind.ContentApproved or EventKind.FormatApproved => BadgeKind.Info,
            _ => BadgeKind.Neutral,
        };
}
