using DoanKet.Kernel.Units;

namespace DoanKet.Kernel.Access;

/// <summary>A post held today, as far as access needs it.</summary>
/// <param name="Of">Whose post it is when the person only stands in for somebody who is away.</param>
public sealed record HeldPost(
    Guid Id,
    Guid UnitId,
    string UnitName,
    string UnitPath,
    int UnitOrdinal,
    string UnitSymbol,
    bool UnitIsPart,
    string RoleCode,
    string Title,
    AbsentPerson? Of = null
);

/// <summary>Somebody who is away today and in whose place the signed-in person works.</summary>
/// <param name="LastDay">Of the absence.</param>
/// <param name="WrittenAuthority">Lets the deputy sign, too; empty when there is none.</param>
public sealed record AbsentPerson(Guid AccountId, string FullName, DateOnly LastDay, string WrittenAuthority);

/// <summary>The unit a person acts for at the moment. Office: the unit whose books it uses (a board uses the federation's).</summary>
public sealed record ActingUnit(Guid Id, string Name, string Path, int Ordinal, string Symbol, bool IsPart);

/// <summary>Who is signed in and what that person may do where, built from today's posts and those of people for whom the person stands
/// in.</summary>
/// <param name="posts">The own ones first.</param>
/// <param name="grants">What each post allows, by its id.</param>
public sealed class CurrentUser(
    Guid accountId,
    string userName,
    string fullName,
    bool mustChangePassword,
    IReadOnlyList<HeldPost> posts,
    IReadOnlyList<AbsentPerson> absent,
    ILookup<Guid, (string Permission, Reach Reach)> grants,
    Guid? actingUnitId
)
{
    public Guid AccountId => accountId;

    public string UserName => userName;

    public string FullName => fullName;

    public bool MustChangePassword => mustChangePassword;

    public IReadOnlyList<HeldPost> Posts => posts;

    /// <summary>The people who are away and whose work the person does today.</summary>
    public IReadOnlyList<AbsentPerson> StandsInFor => absent;

    /// <summary>Whose personal work it is: the person's own and that of those who are away.</summary>
    public IReadOnlyList<Guid> AccountIds { get; } = [accountId, .. absent.Select(a => a.AccountId)];

    /// <summary>Name for a record of what was done, with whose place it was done in; empty for everyday work.</summary>
    public string InPlaceOf => absent.Count == 0 ? "" : $", đang thay {string.Join(", ", absent.Select(a => a.FullName))}";

    /// <summary>The post chosen in the top bar, else the first one; null for a person without a post today.</summary>
    public HeldPost? ActingPost { get; } = posts.FirstOrDefault(p => p.UnitId == actingUnitId) ?? (posts.Count > 0 ? posts[0] : null);

    public ActingUnit? Unit =>
        ActingPost is { } p ? new(p.UnitId, p.UnitName, p.UnitPath, p.UnitOrdinal, p.UnitSymbol, p.UnitIsPart) : null;

    /// <summary>Ids of all units in which a post is held today.</summary>
    public IReadOnlyList<Guid> UnitIds { get; } = [.. posts.Select(p => p.UnitId).Distinct()];

    /// <summary>True when the permission is held anywhere.</summary>
    public bool Can(Permission permission) => Granted(permission.Code).Any();

    /// <summary>True when the permission reaches the given unit.</summary>
    public bool Can(Permission permission, Guid unitId, string unitPath) =>
        Granted(permission.Code)
            .Any(g =>
                g.Reach switch
                {
                    Reach.Everything => true,
                    Reach.OwnAndBelow => UnitPath.IsWithin(unitPath, g.Post.UnitPath),
                    _ => g.Post.UnitId == unitId,
                }
            );

    public bool Can(Permission permission, Unit unit) => Can(permission, unit.Id, unit.Path);

    /// <summary>
    /// True when the permission reaches the whole installation: what has no unit of its own (the calendar, background jobs) is for those
    /// alone.
    /// </summary>
    public bool CanEverywhere(Permission permission) => CanEverywhere(permission.Code);

    /// <summary>The units of the person's own posts that one of the permissions reaches.</summary>
    public IReadOnlyList<Guid> UnitsWhere(params IReadOnlyList<Permission> anyOf) =>
        [
            .. posts
                .Where(post => anyOf.Any(permission => Can(permission, post.UnitId, post.UnitPath)))
                .Select(post => post.UnitId)
                .Distinct(),
        ];

    public bool HasRole(string role) => posts.Any(p => p.RoleCode == role);

    internal bool CanEverywhere(string permission) =>
        Granted(permission)
            .Any(g =>
                g.Reach switch
                {
                    Reach.Everything => true,
                    Reach.OwnAndBelow => UnitPath.Depth(g.Post.UnitPath) == 1,
                    _ => false,
                }
            );

    internal IEnumerable<(HeldPost Post, Reach Reach)> Granted(string permission) =>
        from post in posts
        from grant in grants[post.Id]
        where grant.Permission == permission
        select (post, grant.Reach);
}

/// <summary>Holds the signed-in person of this request; null for strangers, jobs and the command line.</summary>
public sealed class UserContext
{
    public CurrentUser? Current { get; set; }

    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public CurrentUser Required => Current ?? throw new InvalidOperationException("Nobody is signed in here.");
}
