using DoanKet.Kernel.Files;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Reads a document's files beside the request that brought them; what a kill interrupts is done by the document's job.</summary>
internal sealed class ReadSoon(IServiceScopeFactory scopes, ReadBeside beside)
{
    public Task HandleAsync(Guid incomingId, CancellationToken ct) => beside.WaitAsync(() => ReadAsync(incomingId), ct);

    private async Task ReadAsync(Guid incomingId)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReadIncomingFiles>().HandleAsync(incomingId, CancellationToken.None);
    }
}
