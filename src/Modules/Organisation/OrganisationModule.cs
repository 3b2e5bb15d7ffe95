using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Organisation;

/// <summary>Units, accounts and posts, signing in, the administrator's pages.</summary>
public sealed class OrganisationModule : IModule
{
    public string Name => "Organisation";

    public IReadOnlyList<Permission> Permissions { get; } = [];

    public IReadOnlyList<MenuItem> Menu { get; } = [];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "dk-session";
            cookie.LoginPath = "/dang-nhap";
            cookie.AccessDeniedPath = "/loi/403";
            cookie.ReturnUrlParameter = "tiep";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
        });
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Password.RequiredLength = 10;
            identity.Password.RequireNonAlphanumeric = false;
            identity.Password.RequireUppercase = false;
            identity.Password.RequireDigit = false;
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddEntityFrameworkStores<UnionDb>().AddSignInManager().AddDefaultTokenProviders();
    }
}
