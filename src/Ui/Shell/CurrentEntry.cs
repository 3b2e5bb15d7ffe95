namespace DoanKet.Ui.Shell;

/// <summary>Which menu entry the present page stands under.</summary>
public static class CurrentEntry
{
    /// <summary>The entry with the longest address that begins the path at a whole segment; null when none does.</summary>
    public static MenuEntry? Find(IEnumerable<MenuEntry> menu, string path) =>
        menu.Where(entry => Holds(entry.Href, path)).MaxBy(entry => entry.Href.Length);

    private static bool Holds(string href, string path)
    {
        var start = href.Split('?')[0].TrimEnd('/');
        if (start.Length == 0)
            return path is "/" or "";
        return path.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (path.Length == start.Length || path[start.Length] == '/');
    }
}
