namespace DoanKet.Ui.Shell;

/// <summary>Addresses the layout links to; the pages behind them belong to the modules.</summary>
public static class ShellAddresses
{
    public const string Home = "/";

    /// <summary>GET with <c>q</c>.</summary>
    public const string Search = "/van-ban/tim";

    public const string Notifications = "/thong-bao";

    public const string ChangePassword = "/doi-mat-khau";

    /// <summary>Second factor and own sign-ins.</summary>
    public const string Security = "/bao-mat";

    public const string Absence = "/vang-mat";

    /// <summary>POST.</summary>
    public const string SignOut = "/dang-xuat";

    /// <summary>POST with <c>unit</c> (the chosen unit's id) and <c>returnUrl</c>.</summary>
    public const string SwitchUnit = "/chon-don-vi";

    /// <summary>POST with a name of <see cref="DisplayChoices"/>, what to choose, and <c>returnUrl</c>.</summary>
    public const string Display = "/cach-hien";

    /// <summary>GET: one's saved filters. POST with <c>Name</c> and <c>Address</c> of a list keeps one more.</summary>
    public const string SavedFilters = "/bo-loc";

    /// <summary>GET with <c>q</c> and <c>field</c>: the fragment <c>_UnitPickerResults</c>.</summary>
    public const string FindUnits = "/don-vi/chon";
}
