using Microsoft.AspNetCore.Http;

namespace DoanKet.Ui.Shell;

/// <summary>A column that a person may show or leave out; the others of the list always stand there.</summary>
/// <param name="Key">Small Latin letters and dashes.</param>
/// <param name="Shown">Until somebody chooses.</param>
public sealed record ListColumn(string Key, string Title, bool Shown = true);

/// <summary>The columns of one list among which a person chooses on this device; kept in a cookie.</summary>
/// <param name="Name">Of the list, small Latin letters and dashes.</param>
public sealed record ListColumns(string Name, IReadOnlyList<ListColumn> All)
{
    /// <summary>Of the cookies of all lists.</summary>
    public const string CookiePrefix = "dk-cot-";

    /// <summary>Between the keys; also kept alone, when nothing is shown beside what always stands there.</summary>
    public const char Separator = '.';

    public string Cookie => CookiePrefix + Name;

    /// <summary>More columns than fit beside each other on a usual screen: the table scrolls in itself.</summary>
    public bool AreWide(IReadOnlySet<string> chosen) => chosen.Count > All.Count(column => column.Shown);

    /// <summary>Keys of the columns that are shown.</summary>
    public IReadOnlySet<string> Chosen(HttpRequest request)
    {
        var kept = request.Cookies[Cookie];
        return All.Where(column => string.IsNullOrEmpty(kept) ? column.Shown : kept.Split(Separator).Contains(column.Key))
            .Select(column => column.Key)
            .ToHashSet();
    }
}
