namespace DoanKet.Kernel.Events;

/// <summary>
/// Something that happened in one module and that others may act on: a sealed record in Contracts, named in the past tense, of ids and
/// plain values (architecture rule 3).
/// </summary>
public interface IEvent
{
    /// <summary>Stable name that may stand in the database, e.g. <c>documents.issued</c>; never derived from the type's name.</summary>
    static abstract string Name { get; }
}

/// <summary>Acts on an event: in the transaction of what happened, or by a job after it, as it was registered.</summary>
public interface IEventHandler<in TEvent>
    where TEvent : IEvent
{
    Task HandleAsync(TEvent happened, CancellationToken ct);
}
