using DoanKet.Kernel.Access;
using static DoanKet.Kernel.Access.Roles;

namespace DoanKet.Modules.Members;

/// <summary>What can be allowed in this module, and which shipped roles have it.</summary>
internal static class Permissions
{
    public const string ReadCode = "members.read",
        EditCode = "members.edit",
        ApproveCode = "members.approve",
        SensitiveCode = "members.sensitive",
        NationalIdCode = "members.national-id",
        CardsCode = "members.cards",
        BenefitsCode = "members.benefits";

    public static readonly Permission Read = new(
        ReadCode,
        "Xem đoàn viên",
        new(Organiser, Reach.OwnAndBelow),
        new(Leader, Reach.OwnAndBelow),
        new(Grassroots)
    );

    public static readonly Permission Edit = new(EditCode, "Thêm, sửa, nhập đoàn viên", new(Organiser, Reach.OwnAndBelow), new(Grassroots));

    /// <summary>Of the union above: what a grassroots union enters counts when it was approved.</summary>
    public static readonly Permission Approve = new(
        ApproveCode,
        "Duyệt đoàn viên của công đoàn cấp dưới",
        new Grant(Organiser, Reach.OwnAndBelow)
    );

    /// <summary>Ethnicity, religion, the Party: sensitive by Luật 91/2025/QH15.</summary>
    public static readonly Permission Sensitive = new(
        SensitiveCode,
        "Xem, sửa dữ liệu nhạy cảm của đoàn viên (dân tộc, tôn giáo, Đảng)",
        new(Organiser, Reach.OwnAndBelow),
        new(Grassroots)
    );

    public static readonly Permission NationalId = new(
        NationalIdCode,
        "Xem số CCCD đầy đủ (mỗi lần xem đều ghi nhật ký)",
        new(Organiser, Reach.OwnAndBelow),
        new(Grassroots)
    );

    /// <summary>Of the union that keeps the blanks.</summary>
    public static readonly Permission Cards = new(
        CardsCode,
        "Duyệt, in và giao thẻ đoàn viên, giữ sổ phôi",
        new Grant(Organiser, Reach.OwnAndBelow)
    );

    public static readonly Permission Benefits = new(
        BenefitsCode,
        "Đối tác, ưu đãi cho đoàn viên",
        new Grant(Organiser, Reach.OwnAndBelow)
    );

    public static IReadOnlyList<Permission> All { get; } = [Read, Edit, Approve, Sensitive, NationalId, Cards, Benefits];
}
