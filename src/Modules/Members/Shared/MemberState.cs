using DoanKet.PersonalData;
using DoanKet.Ui.Parts;

namespace DoanKet.Modules.Members.Shared;

/// <summary>Where a membership stands.</summary>
internal enum MemberState
{
    /// <summary>Entered by the grassroots union; the union above has not looked yet.</summary>
    AwaitingApproval = 0,

    Active = 1,

    /// <summary>No work or pay for a time: stays a member and pays no dues.</summary>
    Paused = 2,

    Left = 3,
}

internal static class MemberStateNames
{
    public static string Name(this MemberState state) =>
        state switch
        {
            MemberState.AwaitingApproval => "Chờ duyệt",
            MemberState.Active => "Đang sinh hoạt",
            MemberState.Paused => "Tạm ngừng",
            _ => "Đã thôi",
        };

    public static BadgeKind Badge(this MemberState state) =>
        state switch
        {
            MemberState.AwaitingApproval => BadgeKind.Waiting,
            MemberState.Active => BadgeKind.Done,
            MemberState.Paused => BadgeKind.Neutral,
            _ => BadgeKind.Returned,
        };

    public static string Name(this Sex sex) => sex == Sex.Male ? "Nam" : "Nữ";
}
