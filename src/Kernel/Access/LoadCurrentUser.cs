using System.Security.Claims;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Access;

/// <summary>Builds the <see cref="CurrentUser"/> from today's posts, the own ones and those of people who are away.</summary>
public sealed class CurrentUserLoader(UnionDb db, WrittenPermissions onlyInWriting, TimeProvider time)
{
    /// <summary>Null for an account that is closed, or when the cookie's session has ended.</summary>
    /// <param name="cookie">What the cookie says; null where nobody came by a cookie.</param>
    public async Task<CurrentUser?> LoadAsync(Guid accountId, Guid? actingUnitId, CancellationToken ct, CookieClaims? cookie = null)
    {
        var oldest = time.UtcDateTime() - SignInSession.Longest;
        var today = time.Today();
        var sessions = db.Set<SignInSession>().Where(s => s.EndedAt == null && s.StartedAt > oldest);
        var absences = db.Set<Absence>().On(today).Where(a => a.Account.ClosedAt == null);
        var account = await db
            .Users.AsNoTracking()
            .Where(a => a.Id == accountId && a.ClosedAt == null)
            .Select(a => new
            {
                a.UserName,
                a.FullName,
                a.MustChangePassword,
                a.SecurityStamp,
                // In the same question, as the permissions below: it is asked for every page.
                Absent = absences
                    .Where(absence => absence.DeputyId == a.Id)
                    .OrderBy(absence => absence.Id)
                    .Select(absence => new AbsentPerson(
                        absence.AccountId,
                        absence.Account.FullName,
                        absence.LastDay,
                        absence.WrittenAuthority
                    ))
                    .ToList(),
                HasSession = cookie != null && sessions.Any(s => s.Id == cookie.SessionId && s.AccountId == a.Id),
            })
            .FirstOrDefaultAsync(ct);
        if (account is null || (cookie is not null && (cookie.Stamp != account.SecurityStamp || !account.HasSession)))
            return null;
        var people = account.Absent.Select(a => a.AccountId).Prepend(accountId).ToList();
        // A post ends with its unit: nobody acts for a unit that is no more.
        var posts = await db
            .Posts.AsNoTracking()
            .HeldOn(today)
            .WhereOneOf(p => p.AccountId, people)
            .Where(p => p.Unit.ValidTo == null || p.Unit.ValidTo >= today)
            // Administration is in nobody's place.
            .Where(p => p.AccountId == accountId || p.RoleCode != Roles.Admin)
            .OrderByDescending(p => p.AccountId == accountId)
            .ThenBy(p => p.Unit.Path)
            .ThenBy(p => p.Id)
            .Select(p => new
            {
                p.AccountId,
                Post = new HeldPost(
                    p.Id,
                    p.UnitId,
                    p.Unit.Name,
                    p.Unit.Path,
                    p.Unit.Ordinal,
                    p.Unit.Symbol,
                    p.Unit.Kind.IsPartOfParent,
                    p.RoleCode,
                    p.Title,
                    null
                ),
                Permissions = db.Set<RolePermission>()
                    .Where(r => r.RoleCode == p.RoleCode && r.Reach != null)
                    .Select(r => new { r.PermissionCode, Reach = r.Reach!.Value })
                    .ToList(),
            })
            .ToListAsync(ct);
        var absent = account.Absent.ToDictionary(a => a.AccountId);
        var grants =
            from held in posts
            from permission in held.Permissions
            let of = absent.GetValueOrDefault(held.AccountId)
            where of is null or { WrittenAuthority.Length: > 0 } || !onlyInWriting.Contains(permission.PermissionCode)
            select (held.Post.Id, Granted: (permission.PermissionCode, permission.Reach));
        return new(
            accountId,
            account.UserName!,
            account.FullName,
            account.MustChangePassword,
            [.. posts.Select(p => p.Post with { Of = absent.GetValueOrDefault(p.AccountId) })],
            account.Absent,
            grants.ToLookup(grant => grant.Id, grant => grant.Granted),
            actingUnitId
        );
    }
}

/// <summary>The permissions that go to a deputy only by a written authority.</summary>
public sealed class WrittenPermissions(IEnumerable<IModule> modules)
{
    private readonly HashSet<string> _codes = [.. modules.SelectMany(m => m.Permissions).Where(p => p.OnlyInWriting).Select(p => p.Code)];

    public bool Contains(string code) => _codes.Contains(code);
}

/// <summary>What a sign-in cookie holds besides the account.</summary>
/// <param name="Stamp">Changes with the password: a stolen session ends with it.</param>
/// <param name="SessionId">Ends with signing out.</param>
public sealed record CookieClaims(string Stamp, Guid SessionId);

/// <summary>Runs after authentication and before authorization.</summary>
public sealed class LoadCurrentUserMiddleware(RequestDelegate next)
{
    /// <summary>Cookie that remembers for which unit a person with several posts acts.</summary>
    public const string ActingUnitCookie = "dk-unit";

    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    public async Task InvokeAsync(HttpContext http, UserContext user, CurrentUserLoader loader)
    {
        if (Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var accountId))
        {
            Guid? acting = Guid.TryParse(http.Request.Cookies[ActingUnitCookie], out var id) ? id : null;
            // Compared at every request, in a query that is made anyway.
            user.Current = await loader.LoadAsync(accountId, acting, http.RequestAborted, ClaimsOf(http.User));
            if (user.Current is null)
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
        }
        await next(http);
    }

    private static CookieClaims? ClaimsOf(ClaimsPrincipal person) =>
        person.FindFirstValue(StampClaim) is { } stamp
            ? new(stamp, Guid.TryParse(person.FindFirstValue(SignInSession.ClaimType), out var session) ? session : Guid.Empty)
            : null;
}
