using DoanKet.Kernel.Access;
using static DoanKet.Kernel.Access.Roles;

namespace DoanKet.Modules.Organisation;

/// <summary>What can be allowed in this module, and which shipped roles have it.</summary>
internal static class Permissions
{
    // Codes stand in constants because attributes need them.
    public const string ReadUnitsCode = "organisation.units.read",
        EditUnitsCode = "organisation.units.edit",
        AccountsCode = "organisation.accounts",
        AuditCode = "organisation.audit",
        OperationsCode = "organisation.operations";

    public static readonly Permission ReadUnits = new(
        ReadUnitsCode,
        "Xem cây đơn vị",
        [.. Roles.All.Select(role => new Grant(role.Code, Reach.Everything))]
    );

    public static readonly Permission EditUnits = new(
        EditUnitsCode,
        "Thêm, sửa, đổi tên, đóng đơn vị",
        new Grant(Admin, Reach.OwnAndBelow)
    );

    public static readonly Permission EditAccounts = new(AccountsCode, "Quản lý tài khoản và chức vụ", new Grant(Admin, Reach.OwnAndBelow));

    public static readonly Permission ReadAudit = new(AuditCode, "Xem nhật ký", new Grant(Admin, Reach.OwnAndBelow));

    /// <summary>
    /// Acts on the whole installation, so it counts only for a post at its top (<see cref="CurrentUser.CanEverywhere(Permission)"/>).
    /// </summary>
    public static readonly Permission Operations = new(
        OperationsCode,
        "Công việc nền, lịch làm việc, kiểm tra nhật ký",
        new Grant(Admin, Reach.OwnAndBelow)
    );

    public static IReadOnlyList<Permission> All { get; } = [ReadUnits, EditUnits, EditAccounts, ReadAudit, Operations];
}
