namespace DoanKet.Ui.Shell;

/// <summary>A unit the signed-in person may act for.</summary>
public sealed record ShellUnit(Guid Id, string Name, bool Selected);

/// <summary>An entry of the main menu.</summary>
/// <param name="Icon">A name from <see cref="Icons"/>.</param>
/// <param name="Shortcut">The letter or digit pressed together with Alt.</param>
/// <param name="Count">How much waits there; null or 0 shows nothing.</param>
public sealed record MenuEntry(string Group, string Text, string Href, string Icon, string? Shortcut = null, int? Count = null);

/// <summary>What the layout shows around every page. Scoped; the host implements it for the signed-in person.</summary>
public interface IShell
{
    /// <summary>Awaited by the layout before it reads anything: the place for queries.</summary>
    ValueTask LoadAsync(CancellationToken ct) => ValueTask.CompletedTask;

    /// <summary>Tells people of one device apart; empty while nobody is signed in.</summary>
    string AccountKey { get; }

    string UserDisplayName { get; }

    string UnitName { get; }

    IReadOnlyList<ShellUnit> Units { get; }

    /// <summary>In the order shown; entries of one group stand together.</summary>
    IReadOnlyList<MenuEntry> Menu { get; }

    int UnreadNotifications { get; }

    /// <summary>The data were generated for a demonstration; every page says so, since the names in it look real.</summary>
    bool IsDemonstration => false;
}
