using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>
/// Starts the work on a round beside the request that asked for it, so that a person who waits in front of the screen waits for nobody
/// else's jobs.
/// </summary>
internal sealed class RoundRunner(IServiceScopeFactory scopes, IHostApplicationLifetime program, ILogger<RoundRunner> log)
{
    /// <param name="runner">Which holds the round already.</param>
    /// <param name="given">Closed when the work ends.</param>
    public void Start(Guid round, Guid runner, GivenKey given) =>
        _ = Task.Run(() => RunAsync(round, runner, given, program.ApplicationStopping), CancellationToken.None);

    private async Task RunAsync(Guid round, Guid runner, GivenKey given, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RunRound>().HandleAsync(round, runner, given, ct);
        }
        catch (Exception e)
        {
            // The round stands where it was, and is taken up again.
            if (e is not OperationCanceledException)
                log.LogError(e, "The work on the round {Round} ended early", round);
        }
        finally
        {
            given.Dispose();
        }
    }
}
