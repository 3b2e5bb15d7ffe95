namespace DoanKet.Ui;

/// <summary>The icons, drawn for this program on a 24 × 24 grid with a 2-unit stroke.</summary>
public static class Icons
{
    private static readonly Dictionary<string, string> Drawings = new(StringComparer.Ordinal)
    {
        ["arrow-left"] = "<path d=\"M20 12H5M11 5l-7 7 7 7\"/>",
        ["arrow-right"] = "<path d=\"M4 12h15M13 5l7 7-7 7\"/>",
        ["bell"] = "<path d=\"M5 17h14l-2-3v-4a5 5 0 0 0-10 0v4zM10 20.5h4M12 5V3\"/>",
        ["book"] = "<path d=\"M5 4h13v16H6.5A1.5 1.5 0 0 1 5 18.5zM5 17h13M9 8h5\"/>",
        ["calendar"] = "<path d=\"M4 6h16v14H4zM4 10.5h16M8 3.5V8M16 3.5V8\"/>",
        ["chart"] = "<path d=\"M4 4v16h16M9 16v-4M13 16V8M17 16v-6\"/>",
        ["check"] = "<path d=\"M4.5 12.5l5 5L19.5 7\"/>",
        ["chevron"] = "<path d=\"M6 9.5l6 6 6-6\"/>",
        ["clock"] = "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 7v5.5l3.5 2\"/>",
        ["cross"] = "<path d=\"M6 6l12 12M18 6L6 18\"/>",
        ["download"] = "<path d=\"M12 4v11M7 11l5 5 5-5M4.5 20h15\"/>",
        ["edit"] = "<path d=\"M4 20l1-4.5L16 4.5 19.5 8 8.5 19zM14 6.5l3.5 3.5\"/>",
        ["file"] = "<path d=\"M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5\"/>",
        ["folder"] = "<path d=\"M3.5 6h6l2 2.5h9V19h-17z\"/>",
        ["hand"] =
            "<path d=\"M3.5 14l4-3 5 2.5h3a1.5 1.5 0 0 1 0 3H11M15.5 16.5l5-2.5M3.5 19.5L8 17l5 2.5 7.5-4M13 4v5M10.5 6.5l2.5 2.5 "
            + "2.5-2.5\"/>",
        ["history"] = "<path d=\"M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2\"/>",
        ["home"] = "<path d=\"M3.5 11.5L12 4l8.5 7.5M6 10v10h12V10M10 20v-6h4v6\"/>",
        ["inbox"] = "<path d=\"M3.5 13h5l1.5 3h4l1.5-3h5M3.5 13v6.5h17V13M12 3.5V10M9 7.5l3 3 3-3\"/>",
        ["info"] = "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 11v5.5M12 7.5v.5\"/>",
        ["key"] = "<circle cx=\"8\" cy=\"15.5\" r=\"4\"/><path d=\"M11 12.5L19.5 4M16 7.5l3 3\"/>",
        ["list"] = "<path d=\"M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.5M4.5 12h.5M4.5 17.5h.5\"/>",
        ["lock"] = "<path d=\"M5.5 11h13v9h-13zM8.5 11V8a3.5 3.5 0 0 1 7 0v3\"/>",
        ["menu"] = "<path d=\"M4 6.5h16M4 12h16M4 17.5h16\"/>",
        ["outbox"] = "<path d=\"M3.5 13h5l1.5 3h4l1.5-3h5M3.5 13v6.5h17V13M12 10.5V4M9 6.5l3-3 3 3\"/>",
        ["plus"] = "<path d=\"M12 5v14M5 12h14\"/>",
        ["print"] = "<path d=\"M7 9V3.5h10V9M7 17H3.5V9h17v8H17M7 14h10v6.5H7z\"/>",
        ["return"] = "<path d=\"M9 5L4 10l5 5M4 10h10a5 5 0 0 1 0 10h-4\"/>",
        ["search"] = "<circle cx=\"10.5\" cy=\"10.5\" r=\"6.5\"/><path d=\"M15.5 15.5L20.5 20.5\"/>",
        ["send"] = "<path d=\"M3.5 11.5L20.5 4l-5 16.5-4-7zM11.5 13.5L20.5 4\"/>",
        ["settings"] = "<path d=\"M4 7h9M17 7h3M4 17h3M11 17h9\"/><circle cx=\"15\" cy=\"7\" r=\"2\"/><circle cx=\"9\" cy=\"17\" r=\"2\"/>",
        ["sign"] = "<path d=\"M4 20h16M6 16l1-4 9-8.5 3 3L10 15zM6 16l4-1\"/>",
        ["sign-out"] = "<path d=\"M10 4H4.5v16H10M15 8l4.5 4-4.5 4M19.5 12H9\"/>",
        ["trash"] = "<path d=\"M4.5 7h15M9.5 7V4h5v3M6.5 7l1 13h9l1-13M10.5 11v5.5M13.5 11v5.5\"/>",
        ["tree"] = "<path d=\"M9 3.5h6V8H9zM3.5 16h6v4.5h-6zM14.5 16h6v4.5h-6zM12 8v4M6.5 16v-4h11v4\"/>",
        ["upload"] = "<path d=\"M12 16V5M7 9l5-5 5 5M4.5 20h15\"/>",
        ["user"] = "<circle cx=\"12\" cy=\"8\" r=\"4\"/><path d=\"M4.5 20.5a7.5 6.5 0 0 1 15 0\"/>",
        ["users"] =
            "<circle cx=\"9\" cy=\"8.5\" r=\"3.5\"/><path d=\"M2.5 19.5a6.5 5.5 0 0 1 13 0M15.5 5.5a3.5 3.5 0 0 1 0 6M18 14.5a6 6 0 0 1 "
            + "3.5 5\"/>",
        ["warning"] = "<path d=\"M12 4L2.5 20h19zM12 10v4.5M12 17v.5\"/>",
    };

    public static IReadOnlyCollection<string> Names { get; } = [.. Drawings.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The inline drawing; hidden from screen readers, for words always stand beside it.</summary>
    /// <exception cref="ArgumentException">No icon has the name.</exception>
    public static string Svg(string name) =>
        Drawings.TryGetValue(name, out var drawing)
            ? $"<svg class=\"dk-icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">{drawing}</svg>"
            : throw new ArgumentException($"There is no icon \"{name}\". Known: {string.Join(", ", Names)}.", nameof(name));
}
