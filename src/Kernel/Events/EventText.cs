using System.Text.Json;

namespace DoanKet.Kernel.Events;

/// <summary>An event as the payload of a job: its name and its values.</summary>
internal static class EventText
{
    private sealed record Envelope<TEvent>(string Event, TEvent Values);

    public static string Write<TEvent>(TEvent happened)
        where TEvent : IEvent => JsonSerializer.Serialize(new Envelope<TEvent>(TEvent.Name, happened));

    /// <exception cref="InvalidOperationException">The payload is of another event.</exception>
    public static TEvent Read<TEvent>(string payload)
        where TEvent : IEvent =>
        JsonSerializer.Deserialize<Envelope<TEvent>>(payload) is { } envelope && envelope.Event == TEvent.Name
            ? envelope.Values
            : throw new InvalidOperationException($"The job holds no event '{TEvent.Name}'.");
}
