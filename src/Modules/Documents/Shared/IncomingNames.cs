using DoanKet.Ui.Parts;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>The words and the addresses of the states.</summary>
internal static class IncomingNames
{
    public static string Name(this IncomingState state) =>
        state switch
        {
            IncomingState.Arrived => "Chờ vào sổ",
            IncomingState.Registered => "Chờ chỉ đạo",
            IncomingState.Directed => "Đang giải quyết",
            IncomingState.Done => "Đã hoàn thành",
            IncomingState.Returned => "Đã trả lại",
            IncomingState.Cancelled => "Đã hủy",
            _ => state.ToString(),
        };

    /// <summary>What a line is called: its subject, else its first file, else what it is.</summary>
    public static string Title(string subject, string? fileName, bool isSealed) =>
        subject.Length > 0 ? subject : fileName ?? (isSealed ? "Bì không được bóc, chưa ghi" : "Văn bản giấy, chưa ghi");

    /// <summary>As it stands in the address of the list.</summary>
    public static string Slug(this IncomingState state) =>
        state switch
        {
            IncomingState.Arrived => "cho-vao-so",
            IncomingState.Registered => "cho-chi-dao",
            IncomingState.Directed => "dang-giai-quyet",
            IncomingState.Done => "hoan-thanh",
            IncomingState.Returned => "tra-lai",
            _ => "da-huy",
        };

    public static string Name(this IncomingSource source) => source == IncomingSource.Internal ? "Đến qua hệ thống" : "Đến ngoài hệ thống";

    public static string Slug(this IncomingSource source) => source == IncomingSource.Internal ? "he-thong" : "ngoai-he-thong";

    public static IncomingSource? SourceFromSlug(string? slug) =>
        Enum.GetValues<IncomingSource>().Cast<IncomingSource?>().FirstOrDefault(s => s!.Value.Slug() == slug);

    public static BadgeKind Badge(this IncomingState state) =>
        state switch
        {
            IncomingState.Arrived or IncomingState.Registered => BadgeKind.Waiting,
            IncomingState.Directed => BadgeKind.Info,
            IncomingState.Done => BadgeKind.Done,
            _ => BadgeKind.Returned,
        };

    public static IncomingState? FromSlug(string? slug) =>
        Enum.GetValues<IncomingState>().Cast<IncomingState?>().FirstOrDefault(s => s!.Value.Slug() == slug);

    public static string Name(this AssignmentRole role) =>
        role switch
        {
            AssignmentRole.Lead => "Chủ trì",
            AssignmentRole.Coordinate => "Phối hợp",
            _ => "Nhận để biết",
        };
}
