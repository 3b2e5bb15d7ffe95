using System.Text.RegularExpressions;

namespace DoanKet.Browser.Tests;

/// <summary>Every page that a person can walk to by links, at the office and on a phone.</summary>
[Collection("browser")]
public sealed partial class EveryPageTests(Chromium chromium, SmallFederation federation) : IClassFixture<SmallFederation>
{
    public static TheoryData<string, string> People()
    {
        TheoryData<string, string> rows = [];
        foreach (var person in (string[])["quantri", "vanthu", "lanhdao", "truongban", "chuyenvien", "coso.cs0001", "xem"])
        {
            rows.Add(person, ScreenSize.Office.Name);
            rows.Add(person, ScreenSize.Phone.Name);
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task Is_accessible_fits_the_screen_and_has_nothing_broken(string person, string size)
    {
        await using var screen = await chromium.SignInAsync(federation.Program, person, size == ScreenSize.Phone.Name ? ScreenSize.Phone : ScreenSize.Office);
        Queue<string> waiting = new(["/", "/doi-mat-khau"]);
        HashSet<string> kinds = ["/", "/doi-mat-khau"];
        while (waiting.TryDequeue(out var path))
        {
            await screen.GoAsync(path);
            await screen.IsAccessibleAsync();
            foreach (var link in await screen.Page.Locator("a[href^='/']").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))"))
            {
                // One page of each kind: another document has the same screens. Files are not pages.
                if (!FileAddress().IsMatch(link) && kinds.Add(Id().Replace(link.Split('?', '#')[0], "{id}")))
                    waiting.Enqueue(link);
            }
        }
        Assert.True(kinds.Count > 4, $"{person} could walk to {string.Join(", ", kinds)} only.");
        screen.WasQuiet();
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\.(pdf|xlsx)(\?|$)|/tep/|/phien-ban/")]
    private static partial Regex FileAddress();
}
