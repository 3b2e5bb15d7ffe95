using System.Security.Claims;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Access;

/// <summary>Builds the <see cref="CurrentUser"/> from today's posts.</summary>
public sealed class CurrentUserLoader(UnionDb db, TimeProvider time)
{
    /// <summary>Null for an account that is closed, or when the cookie's session has ended.</summary>
    /// <param name="cookie">What the cookie says; null where nobody came by a cookie.</param>
    public async Task<CurrentUser?> LoadAsync(Guid accountId, Guid? actingUnitId, CancellationToken ct, CookieClaims? cookie = null)
    {
        var oldest = time.UtcDateTime() - SignInSession.Longest;
        var sessions = db.Set<SignInSession>().Where(s => s.EndedAt == null && s.StartedAt > oldest);
        var account = await db
            .Users.AsNoTracking()
            .Where(a => a.Id == accountId && a.ClosedAt == null)
            .Select(a => new
            {
                a.UserName,
                a.FullName,
                a.MustChangePassword,
                a.SecurityStamp,
                HasSession = cookie != null && sessions.Any(s => s.Id == cookie.SessionId && s.AccountId == a.Id),
            })
            .FirstOrDefaultAsync(ct);
        if (account is null || (cookie is not null && (cookie.Stamp != account.SecurityStamp || !account.HasSession)))
            return null;
        var today = time.Today();
        // A post ends with its unit: nobody acts for a unit that is no more.
        var posts = await db
            .Posts.AsNoTracking()
            .HeldOn(today)
            .Where(p => p.AccountId == accountId && (p.Unit.ValidTo == null || p.Unit.ValidTo >= today))
            .OrderBy(p => p.Unit.Path)
            .ThenBy(p => p.Id)
            .Select(p => new
            {
                Post = new HeldPost(
                    p.Id,
                    p.UnitId,
                    p.Unit.Name,
                    p.Unit.Path,
                    p.Unit.Ordinal,
                    p.Unit.Symbol,
                    p.Unit.Kind.IsPartOfParent,
                    p.RoleCode,
                    p.Title
                ),
                // In the same question: it is asked for every page.
                Permissions = db.Set<RolePermission>()
                    .Where(r => r.RoleCode == p.RoleCode && r.Reach != null)
                    .Select(r => new { r.PermissionCode, Reach = r.Reach!.Value })
                    .ToList(),
            })
            .ToListAsync(ct);
        var permissions = posts
            .DistinctBy(p => p.Post.RoleCode)
            .SelectMany(p => p.Permissions, (p, permission) => (p.Post.RoleCode, Granted: (permission.PermissionCode, permission.Reach)));
        return new(
            accountId,
            account.UserName!,
            account.FullName,
            account.MustChangePassword,
            [.. posts.Select(p => p.Post)],
            permissions.ToLookup(p => p.RoleCode, p => p.Granted),
            actingUnitId
        );
    }
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
