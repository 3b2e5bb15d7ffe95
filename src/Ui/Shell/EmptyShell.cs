namespace DoanKet.Ui.Shell;

/// <summary>Stands in where no host has said who is signed in.</summary>
internal sealed class EmptyShell : IShell
{
    public string AccountKey => "";

    public string UserDisplayName => "";

    public string UnitName => "";

    public IReadOnlyList<ShellUnit> Units => [];

    public IReadOnlyList<MenuEntry> Menu => [];

    public int UnreadNotifications => 0;
}
