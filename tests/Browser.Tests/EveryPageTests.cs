using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace DoanKet.Browser.Tests;

/// <summary>Every page that a person can walk to by links, at the office and on a phone.</summary>
public sealed partial class EveryPageTests(Chromium chromium, SmallFederation federation)
{
    /// <summary>More than two at once only wait for each other on two cores.</summary>
    private const int TabsAtOnce = 2;

    [Theory]
    [
        InlineData("quantri"),
        InlineData("vanthu"),
        InlineData("lanhdao"),
        InlineData("truongban"),
        InlineData("chuyenvien"),
        InlineData("coso.cs0001"),
        InlineData("tochuc"),
        InlineData("xem")
    ]
    public async Task Is_accessible_fits_the_screen_and_has_nothing_broken(string person)
    {
        var signedIn = await chromium.SessionAsync(federation.Program, person);
        await using var first = await chromium.OpenAsync(federation.Program, ScreenSize.Office, storageState: signedIn);
        await using var second = await chromium.OpenAsync(federation.Program, ScreenSize.Office, storageState: signedIn);
        var tabs = new ConcurrentBag<Screen> { first, second };
        HashSet<string> kinds = ["/", "/doi-mat-khau"];
        List<string> waiting = [.. kinds];
        while (waiting.Count > 0)
        {
            // One generation of links after the other; two pages of it at once.
            var found = new ConcurrentQueue<string>();
            await Parallel.ForEachAsync(
                waiting,
                new ParallelOptions { MaxDegreeOfParallelism = TabsAtOnce },
                async (path, _) =>
                {
                    Assert.True(tabs.TryTake(out var tab));
                    foreach (var link in await LookAtAsync(tab, path))
                        found.Enqueue(link);
                    tabs.Add(tab);
                }
            );
            // One page of each kind: another document has the same screens. Files are not pages.
            waiting = [.. found.Where(link => !FileAddress().IsMatch(link) && kinds.Add(Screen.KindOf(link)))];
        }
        Assert.True(kinds.Count > 4, $"{person} could walk to {string.Join(", ", kinds)} only.");
        first.WasQuiet();
        second.WasQuiet();
    }

    private static async Task<string[]> LookAtAsync(Screen tab, string path)
    {
        await tab.ResizeAsync(ScreenSize.Office);
        await tab.GoAsync(path);
        await tab.IsAccessibleAsync();
        await tab.ResizeAsync(ScreenSize.OldMonitor);
        await tab.FitsAsync();
        await tab.ResizeAsync(ScreenSize.Phone);
        await tab.IsAccessibleAsync();
        await tab.HasLowBarAsync(56);
        await tab.ResizeAsync(ScreenSize.Narrow);
        await tab.FitsAsync();
        await tab.ResizeAsync(ScreenSize.Enlarged);
        await tab.FitsAsync();
        await tab.HasLowBarAsync(72);
        await tab.SpaceTextAsync();
        await tab.FitsAsync();
        return await tab.Page.Locator("a[href^='/']").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
    }

    [GeneratedRegex(@"\.(pdf|xlsx|docx)(\?|$)|/tep/|/phien-ban/")]
    private static partial Regex FileAddress();
}
