using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DoanKet.Host.Web;

/// <summary>Ready when the database answers.</summary>
internal sealed class DatabaseHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await Health.InTimeAsync(ConnectsAsync, cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer.");

    /// <summary>In a scope of its own: the question may still be open when the request is answered and its services are gone.</summary>
    private async Task<bool> ConnectsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UnionDb>().Database.CanConnectAsync(ct);
    }
}

/// <summary>Ready when the store of files answers.</summary>
internal sealed class StoreHealth(IBlobStore blobs) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await Health.InTimeAsync(blobs.AnswersAsync, cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The store of files does not answer.");
}

internal static class Health
{
    /// <summary>A supervisor that waits knows no more than one that is told at once.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>False when the question failed or was not answered in time: a frozen server answers nothing at all.</summary>
    public static async Task<bool> InTimeAsync(Func<CancellationToken, Task<bool>> ask, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(Longest);
        try
        {
            return await ask(limited.Token).WaitAsync(Longest, ct);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false })
            .WithMetadata(new PublicAttribute("asked by supervisors; says only that the process runs"));
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") })
            .WithMetadata(new PublicAttribute("asked by supervisors; says only whether database and file store answer"));
    }
}
