using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Ui.Forms;

/// <summary>Rules of the pages that ask nobody to sign in; how often one address may use them: a counter yes, who tries codes no.</summary>
public static class PublicPages
{
    public const string Policy = "public-pages";

    private const int AMinute = 120;

    internal static IServiceCollection AddPublicPages(this IServiceCollection services) =>
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

    /// <summary>No browser keeps the answer. Said last, for a page with a form says it in other words before.</summary>
    public static void KeepNowhere(this HttpResponse response) =>
        response.OnStarting(() =>
        {
            response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
}
