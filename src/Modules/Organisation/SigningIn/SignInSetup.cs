using System.Threading.RateLimiting;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Ui.Forms;
using DoanKet.Ui.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Organisation.SigningIn;

/// <summary>ASP.NET Core Identity with a cookie; its rules in one place.</summary>
internal static class SignInSetup
{
    /// <summary>Pages and cookies of signing in stand under it.</summary>
    public const string Address = "/dang-nhap";

    public const int ShortestPassword = 10;

    /// <summary>Rate limit of sign-in posts by network address, whatever names are tried.</summary>
    public const string TriesPolicy = "sign-in";

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<SignInGuard>().AddSingleton<KnownDevices>().AddSingleton<PretendedPassword>().AddSingleton<TimedSeal>();
        services.AddScoped<SignInSessions>().AddScoped<BeginSession>();
        services.AddScoped<AuthenticatorApp>().AddScoped<RecoveryCodes>().AddScoped<ForgetSecondStep>();
        services.AddScoped<SignInPerson>().AddScoped<CheckSecondStep>().AddScoped<PendingSignIn>().AddScoped<Passkeys>();
        // A whole office may stand behind one address on a Monday morning; a program that guesses needs far more.
        var perMinute = configuration.GetValue("SignIn:TriesPerMinute", 60);
        services.AddRateLimiter(limiter =>
            limiter.AddPolicy(
                TriesPolicy,
                http =>
                    HttpMethods.IsPost(http.Request.Method)
                        ? RateLimitPartition.GetFixedWindowLimiter(
                            http.Connection.RemoteIpAddress?.ToString() ?? "",
                            _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }
                        )
                        : RateLimitPartition.GetNoLimiter("")
            )
        );
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(
                IdentityConstants.ApplicationScheme,
                cookie =>
                {
                    cookie.Cookie.Name = "dk-session";
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    cookie.LoginPath = Address;
                    cookie.ReturnUrlParameter = "tiep";
                    cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
                    cookie.SlidingExpiration = true;
                    // What was typed, or a fragment inside a page, is not answered with the sign-in page.
                    cookie.Events.OnRedirectToLogin = context =>
                    {
                        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Headers.ContainsKey("HX-Request"))
                            context.Response.Redirect(context.RedirectUri);
                        else
                            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                        return Task.CompletedTask;
                    };
                    // A refusal stays where it happened: the error page says what to do.
                    cookie.Events.OnRedirectToAccessDenied = context =>
                    {
                        context.Response.StatusCode = StatusCodes.Status403Forbidden;
                        return Task.CompletedTask;
                    };
                }
            )
            // Holds the challenge of a passkey for the minutes until the device has answered.
            .AddCookie(
                IdentityConstants.TwoFactorUserIdScheme,
                cookie =>
                {
                    cookie.Cookie.Name = "dk-challenge";
                    cookie.Cookie.SameSite = SameSiteMode.Strict;
                    cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
                    cookie.SlidingExpiration = false;
                }
            );
        // The device itself asks for finger, face or PIN, and finds the account: nothing is typed.
        services.Configure<IdentityPasskeyOptions>(passkeys =>
            passkeys.UserVerificationRequirement = passkeys.ResidentKeyRequirement = "required"
        );
        services
            .AddIdentityCore<Account>(identity =>
            {
                // Length beats character classes, and is one rule that everybody understands.
                identity.Password.RequiredLength = ShortestPassword;
                identity.Password.RequireNonAlphanumeric =
                    identity.Password.RequireUppercase =
                    identity.Password.RequireLowercase =
                    identity.Password.RequireDigit =
                        false;
                identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
            })
            .AddEntityFrameworkStores<UnionDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
    }

    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPost(
                "/dang-xuat",
                async (HttpContext http, SignInSessions sessions, Work work, AuditTrail audit, UserContext user, CancellationToken ct) =>
                {
                    await work.RunAsync(
                        async () =>
                        {
                            audit.Record("organisation.signout", user.Required.AccountId, "Đăng xuất");
                            await sessions.EndThisAsync(http.User, ct);
                            return Result.Success;
                        },
                        ct
                    );
                    return Results.LocalRedirect(Address);
                }
            )
            .RequireFormToken()
            .WithMetadata(new SignedInAttribute("leaving is everybody's right"));

        endpoints
            .MapPost(
                "/chon-don-vi",
                ([FromForm] Guid unit, [FromForm] string? returnUrl, HttpContext http, UserContext user) =>
                {
                    if (user.Required.UnitIds.Contains(unit))
                        http.Response.Cookies.Append(
                            LoadCurrentUserMiddleware.ActingUnitCookie,
                            unit.ToString(),
                            new CookieOptions
                            {
                                HttpOnly = true,
                                SameSite = SameSiteMode.Lax,
                                IsEssential = true,
                                Secure = http.Request.IsHttps,
                                MaxAge = TimeSpan.FromDays(365),
                            }
                        );
                    return Results.LocalRedirect(LocalAddress.OrHome(returnUrl));
                }
            )
            .RequireFormToken()
            .WithMetadata(new SignedInAttribute("one's own choice among one's own units"));
    }
}
