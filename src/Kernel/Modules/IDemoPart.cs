namespace DoanKet.Kernel.Modules;

public enum DemoScale
{
    Small,
    Full,
}

/// <summary>A sign-in of the demonstration, printed for whoever tries the program.</summary>
public sealed record DemoAccount(string Role, string UserName, string Password, string FullName, string Unit);

/// <summary>What the parts of the demonstration tell each other, by name.</summary>
public sealed class DemoContext(DemoScale scale, int seed)
{
    public DemoScale Scale => scale;

    /// <summary>Seeded: the same demonstration every time.</summary>
    public Random Random { get; } = new(seed);

    public List<DemoAccount> Accounts { get; } = [];

    /// <summary>Figures of the "units" object in the output of <c>doanket demo --json</c>, in the order in which they are
    /// printed.</summary>
    public OrderedDictionary<string, object> Units { get; } = [];

    public required Action<string> Say { get; init; }
}

/// <summary>A module's share of the demonstration federation. Everything generated, nobody real, marked as demonstration.</summary>
public interface IDemoPart
{
    int Order { get; }

    Task GenerateAsync(DemoContext demo, CancellationToken ct);
}
