namespace DoanKet.Kernel.Access;

/// <summary>How far a permission of a post reaches from the post's unit.</summary>
public enum Reach
{
    /// <summary>The unit of the post.</summary>
    Own = 0,

    /// <summary>The unit of the post and everything below it.</summary>
    OwnAndBelow = 1,

    Everything = 2,
}

/// <summary>What a shipped role is given when a permission first appears; afterwards the administrator's changes stand.</summary>
public sealed record Grant(string Role, Reach Reach = Reach.Own);

/// <summary>A thing that can be allowed. Declared once, in the <c>Permissions.cs</c> of a module.</summary>
/// <param name="Code">Stable, e.g. <c>documents.incoming.register</c>.</param>
/// <param name="Name">In Vietnamese, for the administrator.</param>
/// <param name="Defaults">The shipped roles that have it.</param>
public sealed record Permission(string Code, string Name, params Grant[] Defaults)
{
    /// <summary>Goes to a deputy only by a written authority, such as signing (Nghị định 30/2020, điều 13.3).</summary>
    public bool OnlyInWriting { get; init; }
}

/// <summary>The roles shipped with the program.</summary>
public static class Roles
{
    public const string Admin = "admin",
        Clerk = "clerk",
        Leader = "leader",
        Head = "head",
        Specialist = "specialist",
        Grassroots = "grassroots",
        Viewer = "viewer",
        Organiser = "organiser";

    /// <summary>Code and Vietnamese name of every shipped role, in the order they are shown.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [
        (Admin, "Quản trị"),
        (Clerk, "Văn thư"),
        (Leader, "Lãnh đạo"),
        (Head, "Trưởng ban"),
        (Specialist, "Chuyên viên"),
        (Grassroots, "Cán bộ công đoàn cơ sở"),
        (Viewer, "Xem"),
        (Organiser, "Cán bộ tổ chức"),
    ];
}
