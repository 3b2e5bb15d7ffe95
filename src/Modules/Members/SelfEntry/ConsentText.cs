namespace DoanKet.Modules.Members.SelfEntry;

/// <summary>
/// What people agree to who enter themselves (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP). A changed text gets a new version.
/// </summary>
internal static class ConsentText
{
    public const string Version = "2026-11";

    /// <param name="union">Who keeps the data.</param>
    public static string Of(string union) =>
        $"Tôi đồng ý để {union} và công đoàn cấp trên lưu giữ thông tin tôi ghi ở đây, kể cả số CCCD, "
        + "để quản lý đoàn viên, cấp thẻ và thực hiện chế độ cho tôi. "
        + "Tôi được xem, yêu cầu sửa, xóa thông tin và rút lại sự đồng ý bất cứ lúc nào qua công đoàn của tôi.";
}
