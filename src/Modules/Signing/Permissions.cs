using DoanKet.Kernel.Access;
using static DoanKet.Kernel.Access.Roles;

namespace DoanKet.Modules.Signing;

/// <summary>What can be allowed in this module, and which shipped roles have it.</summary>
internal static class Permissions
{
    // Codes stand in constants because attributes need them.
    public const string TrustCode = "signing.trust",
        UseCode = "signing.use",
        SealCode = "signing.seal",
        RegisterCode = "signing.register",
        CheckRegistrationsCode = "signing.registrations.check";

    /// <summary>
    /// Decides for everybody whose signatures count, so it holds only for a post at the top (<see
    /// cref="CurrentUser.CanEverywhere(Permission)"/>).
    /// </summary>
    public static readonly Permission Trust = new(TrustCode, "Quyết định tin chứng thư số gốc nào", new Grant(Admin, Reach.OwnAndBelow));

    public static readonly Permission Use = new(
        UseCode,
        "Ký bằng chứng thư số của mình",
        new(Leader),
        new(Head),
        new(Clerk),
        new(Specialist)
    );

    /// <summary>The clerk alone signs and seals for the unit (Nghị định 30/2020, điều 32, 33).</summary>
    public static readonly Permission Seal = new(SealCode, "Ký số của cơ quan, đóng dấu", new Grant(Clerk));

    public static readonly Permission Register = new(RegisterCode, "Đăng ký chứng thư số cho đơn vị", new(Clerk), new(Grassroots));

    public static readonly Permission CheckRegistrations = new(
        CheckRegistrationsCode,
        "Kiểm tra đăng ký chứng thư số, xem ai ký số được",
        new Grant(Clerk, Reach.OwnAndBelow)
    );

    public static IReadOnlyList<Permission> All { get; } = [Trust, Use, Seal, Register, CheckRegistrations];
}
