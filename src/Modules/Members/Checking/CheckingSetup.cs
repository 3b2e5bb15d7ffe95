using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Members.Checking;

/// <summary>How often one address may ask for cards: a busy counter yes, somebody who tries codes no.</summary>
internal static class CheckingSetup
{
    public const string Policy = "card-checks";

    private const int AMinute = 120;

    public static IServiceCollection AddCardChecking(this IServiceCollection services) =>
        services
            .AddScoped<CheckCard>()
            .Configure<RateLimiterOptions>(limiter =>
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
