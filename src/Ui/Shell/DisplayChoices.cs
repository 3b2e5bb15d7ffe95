using Microsoft.AspNetCore.Http;

namespace DoanKet.Ui.Shell;

/// <summary>How a person wants the frame and the lists on this device, kept in cookies: a folded menu, tight rows.</summary>
public static class DisplayChoices
{
    public const string MenuCookie = "dk-trinh-don";

    public const string RowsCookie = "dk-dong";

    public const string On = "gon";

    public static bool IsMenuFolded(HttpRequest request) => request.Cookies[MenuCookie] == On;

    public static bool AreRowsTight(HttpRequest request) => request.Cookies[RowsCookie] == On;

    /// <summary>Classes of the page's body.</summary>
    public static string Classes(HttpRequest request) =>
        string.Join(
            ' ',
            new[] { IsMenuFolded(request) ? "dk-folded" : "", AreRowsTight(request) ? "dk-tight" : "" }.Where(c => c.Length > 0)
        );
}
