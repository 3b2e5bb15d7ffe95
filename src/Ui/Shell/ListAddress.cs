using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace DoanKet.Ui.Shell;

/// <summary>The address of a list with its conditions: the same conditions are the same text, in whatever order they were chosen.</summary>
public static class ListAddress
{
    /// <summary>Where in the list one stands, and what is done with it, are no conditions.</summary>
    private static readonly HashSet<string> Passing = ["sau", "trang", "handler"];

    public static string Of(HttpRequest request) => Of(request.Path, request.QueryString.Value);

    /// <param name="address">As a browser sends it; only what stands on this server counts.</param>
    public static string Of(string address)
    {
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? address : Of(address[..mark], address[mark..]);
    }

    /// <summary>False for a list in which nothing is looked for.</summary>
    public static bool HasConditions(string address) => address.Contains('?', StringComparison.Ordinal);

    public static string PathOf(string address) => address.Split('?')[0];

    private static string Of(string path, string? query) =>
        path
        + QueryString.Create(
            QueryHelpers
                .ParseQuery(query)
                .Where(condition => !Passing.Contains(condition.Key) && !string.IsNullOrWhiteSpace(condition.Value))
                .OrderBy(condition => condition.Key, StringComparer.Ordinal)
        );
}
