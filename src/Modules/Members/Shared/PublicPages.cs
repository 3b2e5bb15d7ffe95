using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Members.Shared;

/// <summary>How often one address may use the pages that ask nobody to sign in: a busy counter yes, somebody who tries codes no.</summary>
internal static class PublicPages
{
    public const string Policy = "members-public";

    private const int AMinute = 120;

    public static IServiceCollection AddPublicPages(this IServiceCollection services) =>
        services.Configure<RateLimiterOptions>(limiter =>
            limiter.AddPolicy(
                Policy,
                http =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        http.Connection.RemoteIpAddress?.ToString() ?? "",
                        _ => new FixedWindowRateLimiterOptions { PermitLimit = AMinute, Window = TimeSpan.FromMinutes(1) }
                    )
            )
        );
}
