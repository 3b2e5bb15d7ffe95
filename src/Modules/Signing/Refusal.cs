using DoanKet.Pades;
using Microsoft.Extensions.Logging;

namespace DoanKet.Modules.Signing;

/// <summary>Why nothing was signed, in one Vietnamese line.</summary>
internal static class Refusal
{
    /// <returns>Null for what is nobody's mistake.</returns>
    public static string? Explain(Exception failure) =>
        failure switch
        {
            PdfFormatException broken =>
                $"Tệp PDF hỏng hoặc sai chuẩn nên không ký được; hãy xuất lại từ phần mềm soạn thảo. ({broken.Message})",
            PdfRefusedException refused => $"{Explain(refused.Reason)} ({refused.Message})",
            FileNotFoundException missing => $"Không tìm thấy tệp {missing.FileName}.",
            DirectoryNotFoundException or UnauthorizedAccessException or IOException => $"Không đọc hoặc ghi được tệp: {failure.Message}",
            ArgumentException wrong => wrong.Message,
            _ => null,
        };

    /// <summary>One paper of a round that cannot be read keeps no other from being signed.</summary>
    public static string Explain(Exception failure, ILogger log, Guid round)
    {
        if (Explain(failure) is { } told)
            return told;
        log.LogError(failure, "A paper of the round {Round} could not be signed", round);
        return "Máy chủ gặp lỗi khi ký văn bản này; hãy ký lại, hoặc báo người quản trị.";
    }

    private static string Explain(PdfRefusal reason) =>
        reason switch
        {
            PdfRefusal.Password => "Tệp PDF có mật khẩu: mật khẩu thiếu hoặc sai.",
            PdfRefusal.Encryption => "Tệp PDF được mã hóa theo cách không ký được.",
            PdfRefusal.Permission => "Tệp PDF hoặc một chữ ký trước đó không cho phép ký thêm.",
            PdfRefusal.Place => "Không đặt được chữ ký vào chỗ đã chọn.",
            PdfRefusal.Key => "Khóa hoặc chứng thư số không dùng được.",
            PdfRefusal.Pin => "Mã PIN không đúng.",
            PdfRefusal.Removed => "Token đã bị rút ra.",
            PdfRefusal.Unreachable => "Nhà cung cấp dịch vụ ký không trả lời.",
            _ => "Tệp PDF không còn chỗ cho chữ ký.",
        };
}
