using DoanKet.Testing;

namespace DoanKet.Browser.Tests;

/// <summary>The small demonstration, for tests that only look or add to it.</summary>
public sealed class SmallFederation : IAsyncLifetime
{
    public Demonstration Program { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Program = await Demonstration.StartAsync(Provider.Sqlite, "small");

    public ValueTask DisposeAsync() => Program.DisposeAsync();
}
