using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>What the person who began a round gave for its key; it lives in memory as long as the work, and is kept nowhere.</summary>
/// <param name="Key">Opened, where it is on the server.</param>
/// <param name="Pin">For the provider that keeps it.</param>
internal sealed record GivenKey(ISigningKey? Key, string? Pin) : IDisposable
{
    public static readonly GivenKey None = new(null, null);

    public void Dispose() => Key?.Dispose();
}
