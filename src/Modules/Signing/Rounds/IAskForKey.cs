using DoanKet.Modules.Signing.Keys;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>Asks for the key of a round that has prepared all, where it is neither on the server nor fetched by its owner.</summary>
internal interface IAskForKey
{
    /// <summary>Of the keys that are asked for so.</summary>
    KeyPlace Place { get; }

    /// <summary>What comes of it is kept, and told on <see cref="ProviderRequest"/>'s page; nothing is thrown.</summary>
    /// <param name="pin">Goes to the provider and is kept nowhere; null where it asks for none.</param>
    Task AskAsync(Guid round, SigningKey key, string? pin, CancellationToken ct);
}
