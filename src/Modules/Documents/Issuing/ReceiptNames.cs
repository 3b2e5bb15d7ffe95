using System.Globalization;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>What the states of a receiver are called on screen.</summary>
internal static class ReceiptNames
{
    public static string Name(this ReceiptState state) => state switch
    {
        ReceiptState.Delivered => "Đã gửi, chưa mở",
        ReceiptState.Opened => "Đã mở, chưa vào sổ",
        ReceiptState.Registered => "Đã vào sổ",
        ReceiptState.Done => "Đã hoàn thành",
        _ => "Trả lại",
    };

    /// <summary>"2.911".</summary>
    public static string Grouped(this int number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');
}
