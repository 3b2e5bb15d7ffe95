using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DoanKet.Modules.Signing.Remote;

/// <summary>How often a provider is asked whether its customer has answered.</summary>
internal sealed record WatchPace(TimeSpan Between);

/// <summary>
/// Asks about a request again and again until it is over, beside whatever asked for it: whoever confirms on the phone may have closed the
/// page. When the program is stopped, <see cref="HearProviders"/> takes it up.
/// </summary>
internal sealed class RequestWatch(IServiceScopeFactory scopes, WatchPace pace, IHostApplicationLifetime program, ILogger<RequestWatch> log)
{
    private readonly ConcurrentDictionary<Guid, bool> _watched = [];

    /// <summary>One that is watched already is left alone.</summary>
    public void Watch(Guid request)
    {
        if (_watched.TryAdd(request, true))
            _ = Task.Run(() => RunAsync(request, program.ApplicationStopping), CancellationToken.None);
    }

    private async Task RunAsync(Guid request, CancellationToken ct)
    {
        try
        {
            do await Task.Delay(pace.Between, ct);
            while (!await IsOverAsync(request, ct));
        }
        catch (Exception e)
        {
            if (e is not OperationCanceledException)
                log.LogError(e, "Asking about the request {Request} ended early", request);
        }
        finally
        {
            _watched.TryRemove(request, out _);
        }
    }

    private async Task<bool> IsOverAsync(Guid request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HearProvider>().HandleAsync(request, ct);
    }
}
