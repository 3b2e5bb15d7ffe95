using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>
/// Reads a document's files beside the request that brought them: the clerk waits a moment for it, and goes on without it when many files come at once. What a kill interrupts
/// is done by the document's job.
/// </summary>
internal sealed class ReadSoon(IServiceScopeFactory scopes, ILogger<ReadSoon> log)
{
    /// <summary>A file of a few pages is read by then; longer would feel like a page that hangs.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1.5);

    public Task HandleAsync(Guid incomingId, CancellationToken ct) => Task.WhenAny(Task.Run(() => ReadAsync(incomingId), CancellationToken.None), Task.Delay(Wait, ct));

    private async Task ReadAsync(Guid incomingId)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ReadIncomingFiles>().HandleAsync(incomingId, CancellationToken.None);
        }
        catch (Exception error)
        {
            log.LogWarning("Document {Id} was not read beside its intake; its job reads it: {Reason}", incomingId, error.GetBaseException().Message);
        }
    }
}
