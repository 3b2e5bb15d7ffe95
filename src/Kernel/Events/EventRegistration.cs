using DoanKet.Kernel.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Events;

public static class EventRegistration
{
    /// <summary>The handler works in the transaction of what happened. It must be quick and stay in the database.</summary>
    public static IServiceCollection AddEventHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : IEvent
        where THandler : class, IEventHandler<TEvent> => services.AddScoped<IEventHandler<TEvent>, THandler>();

    /// <summary>
    /// The handler works in a job after the commit: for the outside world, and for what nobody should wait for. It may run twice for the
    /// same event.
    /// </summary>
    /// <param name="name">Stable name of the job.</param>
    /// <param name="title">What it does, in Vietnamese, for the jobs page.</param>
    public static IServiceCollection AddEventJob<TEvent, THandler>(
        this IServiceCollection services,
        string name,
        string title,
        JobLane lane
    )
        where TEvent : IEvent
        where THandler : class, IEventHandler<TEvent> =>
        services.AddScoped<THandler>().AddSingleton(new EventJobKind<TEvent>(name)).AddJob<EventJob<TEvent, THandler>>(name, title, lane);
}

/// <summary>The job that is left for one event.</summary>
internal sealed record EventJobKind<TEvent>(string JobName)
    where TEvent : IEvent;

/// <summary>Hands the event of a job to its handler.</summary>
internal sealed class EventJob<TEvent, THandler>(THandler handler) : IJobHandler
    where TEvent : IEvent
    where THandler : class, IEventHandler<TEvent>
{
    public Task RunAsync(string payload, CancellationToken ct) => handler.HandleAsync(EventText.Read<TEvent>(payload), ct);
}
