using DoanKet.Ui.Parts;

namespace DoanKet.Modules.Members.Cards;

/// <summary>Where a card stands on its way from the union that asks to the member, and how it ends.</summary>
internal enum CardState
{
    /// <summary>The union above has not looked yet.</summary>
    Asked = 0,
    Approved = 1,

    /// <summary>In a batch; its code is signed and may lie on a blank already.</summary>
    Printing = 2,
    Printed = 3,

    /// <summary>With the member's union.</summary>
    Delivered = 4,

    /// <summary>With the member: the only state in which a card counts.</summary>
    InHand = 5,

    Refused = 10,

    /// <summary>The blank was spoilt; the member gets another card in the next batch.</summary>
    Spoilt = 11,
    Lost = 12,
    Damaged = 13,

    /// <summary>Taken back, because the membership ended or for a reason of the union.</summary>
    Withdrawn = 14,

    /// <summary>The member has a newer one.</summary>
    Replaced = 15,
}

/// <summary>Why a card is made.</summary>
internal enum CardReason
{
    First = 0,

    /// <summary>Đổi thẻ: what stands on the old one is no longer right, or it is damaged.</summary>
    Exchange = 1,

    /// <summary>Cấp lại: the old one is lost.</summary>
    Reissue = 2,
}

internal static class CardNames
{
    public static string Name(this CardState state) =>
        state switch
        {
            CardState.Asked => "Chờ duyệt",
            CardState.Approved => "Chờ in",
            CardState.Printing => "Đang in",
            CardState.Printed => "Đã in",
            CardState.Delivered => "Đã giao công đoàn",
            CardState.InHand => "Đã trao",
            CardState.Refused => "Không duyệt",
            CardState.Spoilt => "Hỏng phôi",
            CardState.Lost => "Báo mất",
            CardState.Damaged => "Thẻ hỏng",
            CardState.Withdrawn => "Đã thu hồi",
            _ => "Đã đổi thẻ khác",
        };

    public static BadgeKind Badge(this CardState state) =>
        state switch
        {
            CardState.InHand => BadgeKind.Done,
            < CardState.InHand => BadgeKind.Waiting,
            _ => BadgeKind.Returned,
        };

    public static string Name(this CardReason reason) =>
        reason switch
        {
            CardReason.First => "Cấp mới",
            CardReason.Exchange => "Đổi thẻ",
            _ => "Cấp lại",
        };

    /// <summary>Asked for and not yet with the member.</summary>
    public static bool IsOnItsWay(this CardState state) => state < CardState.InHand;
}
