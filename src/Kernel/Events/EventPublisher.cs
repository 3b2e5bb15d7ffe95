using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Events;

/// <summary>Tells the other modules what happened, in the transaction in which it happens: all of it is kept or nothing.</summary>
public sealed class EventPublisher(UnionDb db, IServiceProvider services, JobQueue jobs)
{
    /// <summary>
    /// Calls the handlers that belong into this transaction, in the order in which they were registered, and leaves a job for each of the
    /// others.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction is open: what the handlers write could be kept without the
    /// rest.</exception>
    public async Task PublishAsync<TEvent>(TEvent happened, CancellationToken ct)
        where TEvent : IEvent
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException(
                $"'{TEvent.Name}' is published inside the transaction of what happened: begin a Work first."
            );
        foreach (var handler in services.GetServices<IEventHandler<TEvent>>())
            await handler.HandleAsync(happened, ct);
        foreach (var later in services.GetServices<EventJobKind<TEvent>>())
            jobs.Add(later.JobName, EventText.Write(happened));
    }
}
