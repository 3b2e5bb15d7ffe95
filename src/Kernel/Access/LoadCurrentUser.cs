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
    /// <summary>Null for an account that is closed, or whose password was changed after the session with this stamp began.</summary>
    public async Task<CurrentUser?> LoadAsync(Guid accountId, Guid? actingUnitId, CancellationToken ct, string? stamp = null)
    {
        var account = await db.Users.AsNoTracking().Where(a => a.Id == accountId && a.ClosedAt == null)
            .Select(a => new { a.UserName, a.FullName, a.MustChangePassword, a.SecurityStamp }).FirstOrDefaultAsync(ct);
        if (account is null || (stamp is not null && stamp != account.SecurityStamp))
            return null;
        var posts = await db.Posts.AsNoTracking().HeldOn(time.Today()).Where(p => p.AccountId == accountId)
            .OrderBy(p => p.Unit.Path).ThenBy(p => p.Id)
            .Select(p => new HeldPost(p.Id, p.UnitId, p.Unit.Name, p.Unit.Path, p.Unit.Ordinal, p.Unit.Symbol, p.Unit.Kind.IsPartOfParent, p.RoleCode, p.Title))
            .ToListAsync(ct);
        var roles = posts.Select(p => p.RoleCode).Distinct().ToList();
        var permissions = await db.Set<RolePermission>().AsNoTracking().Where(p => roles.Contains(p.RoleCode) && p.Reach != null)
            .Select(p => new { p.RoleCode, p.PermissionCode, p.Reach }).ToListAsync(ct);
        return new(accountId, account.UserName!, account.FullName, account.MustChangePassword, posts,
            permissions.ToLookup(p => p.RoleCode, p => (p.PermissionCode, p.Reach!.Value)), actingUnitId);
    }
}

/// <summary>Runs after authentication and before authorization.</summary>
public sealed class LoadCurrentUserMiddleware(RequestDelegate next)
{
    /// <summary>Cookie that remembers for which unit a person with several posts acts.</summary>
    public const string ActingUnitCookie = "dk-unit";

    /// <summary>Compared here at every request, in a query that is made anyway: a stolen session ends with the password, not half an hour later.</summary>
    private static readonly string Stamp = new ClaimsIdentityOptions().SecurityStampClaimType;

    public async Task InvokeAsync(HttpContext http, UserContext user, CurrentUserLoader loader)
    {
        if (Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var accountId))
        {
            Guid? acting = Guid.TryParse(http.Request.Cookies[ActingUnitCookie], out var id) ? id : null;
            user.Current = await loader.LoadAsync(accountId, acting, http.RequestAborted, http.User.FindFirstValue(Stamp));
            if (user.Current is null)
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
        }
        await next(http);
    }
}
