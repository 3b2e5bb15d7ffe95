using DoanKet.Ui.Parts;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>What the states are called on screen, and how they are coloured.</summary>
internal static class OutgoingNames
{
    /// <summary>Of an issued document that was taken back: said instead of its state.</summary>
    public const string Recalled = "Đã thu hồi";

    public static string Name(this OutgoingState state) =>
        state switch
        {
            OutgoingState.Draft => "Đang soạn thảo",
            OutgoingState.ContentReview => "Chờ duyệt nội dung",
            OutgoingState.FormatReview => "Chờ duyệt thể thức",
            OutgoingState.Signing => "Chờ ký",
            OutgoingState.Signed => "Đã ký, chờ phát hành",
            _ => "Đã phát hành",
        };

    public static BadgeKind Badge(this OutgoingState state) =>
        state switch
        {
            OutgoingState.Draft => BadgeKind.Neutral,
            OutgoingState.Signed => BadgeKind.Info,
            OutgoingState.Issued => BadgeKind.Done,
            _ => BadgeKind.Waiting,
        };

    public static string Name(this ApprovalKind kind) =>
        kind switch
        {
            ApprovalKind.Content => "Nội dung",
            ApprovalKind.Format => "Thể thức và kỹ thuật trình bày",
            _ => "Ký ban hành",
        };
}
