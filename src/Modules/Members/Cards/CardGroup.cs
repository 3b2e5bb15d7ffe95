using System.Linq.Expressions;

namespace DoanKet.Modules.Members.Cards;

/// <summary>The tabs of the list of cards.</summary>
internal enum CardGroup
{
    Asked = 0,
    ToPrint = 1,
    Printing = 2,
    Delivered = 3,
    InHand = 4,
    Ended = 5,
}

internal static class CardGroups
{
    public static string Name(this CardGroup group) =>
        group switch
        {
            CardGroup.Asked => "Chờ duyệt",
            CardGroup.ToPrint => "Chờ in",
            CardGroup.Printing => "Đang in, đã in",
            CardGroup.Delivered => "Chờ trao",
            CardGroup.InHand => "Đã trao",
            _ => "Hết hiệu lực",
        };

    public static Expression<Func<MemberCard, bool>> Condition(this CardGroup group) =>
        group switch
        {
            CardGroup.Asked => c => c.State == CardState.Asked,
            CardGroup.ToPrint => c => c.State == CardState.Approved,
            CardGroup.Printing => c => c.State == CardState.Printing || c.State == CardState.Printed,
            CardGroup.Delivered => c => c.State == CardState.Delivered,
            CardGroup.InHand => c => c.State == CardState.InHand,
            _ => c => c.State > CardState.InHand,
        };
}
