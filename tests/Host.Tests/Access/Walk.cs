using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DoanKet.Testing;

namespace DoanKet.Host.Tests.Access;

/// <summary>A form that stands on a page, as it would be sent.</summary>
internal sealed record SeenForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields);

/// <summary>All addresses and forms that one person meets by following links, one page of each kind.</summary>
internal sealed partial class Walk
{
    private const string Token = "__RequestVerificationToken";

    private readonly HashSet<string> _kinds = [];

    public HashSet<string> Addresses { get; } = [];

    public List<SeenForm> Forms { get; } = [];

    public static async Task<Walk> ByAsync(Visitor visitor)
    {
        var walk = new Walk();
        var waiting = new Queue<string>(["/", "/doi-mat-khau"]);
        while (waiting.TryDequeue(out var address))
        {
            var page = await visitor.GetAsync(address);
            foreach (var link in walk.Look(page, visitor.Address))
                waiting.Enqueue(link);
        }
        return walk;
    }

    /// <summary>The address without what names one row.</summary>
    public static string KindOf(string address) => Id().Replace(address.Split('#')[0], "{id}");

    private List<string> Look(IHtmlDocument page, string address)
    {
        foreach (var form in page.QuerySelectorAll("form").OfType<IHtmlFormElement>().Where(f => f.Method == "post"))
        foreach (var button in form.QuerySelectorAll("button, input[type=submit]").DefaultIfEmpty(form))
            Forms.Add(
                new(
                    button.GetAttribute("formaction") ?? form.GetAttribute("action") ?? address,
                    [.. Visitor.Fields(form, button).Where(f => f.Key != Token)]
                )
            );
        List<string> fresh = [];
        foreach (
            var link in page.QuerySelectorAll("[href^='/'], [src^='/'], [hx-get^='/']")
                .SelectMany(Links)
                .Where(link => !link.StartsWith("/_", StringComparison.Ordinal))
        )
        {
            Addresses.Add(link.Split('#')[0]);
            if (!File().IsMatch(link) && _kinds.Add(KindOf(link.Split('?')[0])))
                fresh.Add(link);
        }
        foreach (var form in Forms)
            Addresses.Add(form.Action.Split('#')[0]);
        return fresh;
    }

    private static IEnumerable<string> Links(IElement element) =>
        new[] { element.GetAttribute("href"), element.GetAttribute("src"), element.GetAttribute("hx-get") }.OfType<string>();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\.[a-z0-9]{2,5}(\?|$)|/tep/|/phien-ban/")]
    private static partial Regex File();
}
