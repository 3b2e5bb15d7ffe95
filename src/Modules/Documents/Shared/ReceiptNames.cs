using DoanKet.Ui.Parts;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>What the states of a receiver are called on screen.</summary>
internal static class ReceiptNames
{
    public static string Name(this ReceiptState state) =>
        state switch
        {
            ReceiptState.Delivered => "Đã gửi, chưa mở",
            ReceiptState.Opened => "Đã mở, chưa vào sổ",
            ReceiptState.Registered => "Đã vào sổ",
            ReceiptState.Done => "Đã hoàn thành",
            _ => "Trả lại",
        };

    /// <summary>As it stands in the address of the board.</summary>
    public static string Slug(this ReceiptState state) =>
        state switch
        {
            ReceiptState.Delivered => "chua-mo",
            ReceiptState.Opened => "da-mo",
            ReceiptState.Registered => "vao-so",
            ReceiptState.Done => "hoan-thanh",
            _ => "tra-lai",
        };

    public static ReceiptState? FromSlug(string? slug) =>
        Enum.GetValues<ReceiptState>().Cast<ReceiptState?>().FirstOrDefault(s => s!.Value.Slug() == slug);

    public static BadgeKind Badge(this ReceiptState state) =>
        state switch
        {
            ReceiptState.Delivered => BadgeKind.Neutral,
            ReceiptState.Opened => BadgeKind.Info,
            ReceiptState.Registered => BadgeKind.Waiting,
            ReceiptState.Done => BadgeKind.Done,
            _ => BadgeKind.Returned,
        };

    /// <summary>"2.911".</summary>
    public static string Grouped(this int number) => Figures.Show((long)number);
}
