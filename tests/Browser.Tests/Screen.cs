using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DoanKet.Browser.Tests;

/// <summary>An office computer, or the phone of a leader.</summary>
public sealed record ScreenSize(string Name, int Width, int Height)
{
    public static readonly ScreenSize Office = new("office", 1366, 768);
    public static readonly ScreenSize Phone = new("phone", 360, 800);

    /// <summary>The narrowest screen that the guidelines know (WCAG 1.4.10).</summary>
    public static readonly ScreenSize Narrow = new("narrow", 320, 640);

    /// <summary>An old monitor, as many schools still have.</summary>
    public static readonly ScreenSize OldMonitor = new("old monitor", 1024, 768);

    /// <summary>The office computer of somebody who enlarges everything to 200 %.</summary>
    public static readonly ScreenSize Enlarged = new("enlarged", 683, 384);

    public bool IsPhone => Width < 600;

    public ViewportSize Viewport => new() { Width = Width, Height = Height };
}

/// <summary>What a person does with a page, in the words that stand on it.</summary>
public sealed partial class Screen : IAsyncDisposable
{
    /// <summary>
    /// Pages that axe has seen in this run: the kind of page, the size of the screen and what can be done there. The same page is looked at
    /// once, whoever opens it; a person with other buttons on it has another page.
    /// </summary>
    private static readonly ConcurrentDictionary<(string Kind, string Size, string Offer), bool> Inspected = new();

    /// <summary>Run inside the page: the package's own way opens another page for each look.</summary>
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string Address = "location.href";

    private readonly List<string> _complaints = [];
    private readonly bool _javaScript;

    /// <summary>What was pressed last brought a file.</summary>
    private volatile bool _hasFile;

    public Screen(IPage page, ScreenSize size, bool javaScript)
    {
        (Page, Size, _javaScript) = (page, size, javaScript);
        page.Console += (_, message) =>
        {
            // 422 is the program's answer to a form that needs another look.
            if (message.Type == "error" && !message.Text.Contains("422", StringComparison.Ordinal))
                _complaints.Add($"{page.Url}: {message.Text}");
        };
        page.Download += (_, _) => _hasFile = true;
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    public ScreenSize Size { get; private set; }

    public string Path => new Uri(Page.Url).AbsolutePath;

    public ValueTask DisposeAsync() => Page.Context.DisposeAsync();

    /// <summary>The browser had nothing to complain of: a script that broke, a thing the CSP refused, a file that isn't there.</summary>
    public void WasQuiet() => Assert.True(_complaints.Count == 0, string.Join(Environment.NewLine, _complaints));

    public async Task GoAsync(string path)
    {
        var response = await Page.GotoAsync(path);
        Assert.True(response!.Ok, $"{path}: {response.Status}");
    }

    /// <summary>A computer or phone with a reader of fingers whose owner is there.</summary>
    public async Task GiveFingerReaderAsync()
    {
        var devices = await Page.Context.NewCDPSessionAsync(Page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }

    /// <summary>The page that is open, on a screen of another size.</summary>
    public async Task ResizeAsync(ScreenSize size)
    {
        Size = size;
        await Page.SetViewportSizeAsync(size.Width, size.Height);
    }

    public Task WriteAsync(string label, string value) => Field(label).FillAsync(value);

    /// <param name="option">Its value or its words.</param>
    public async Task ChooseAsync(string label, string option) => await Field(label).SelectOptionAsync(option);

    public Task TickAsync(string label) => TickAsync(Field(label));

    public async Task TickAsync(ILocator choice)
    {
        if (!_javaScript)
        {
            await choice.PressAsync("Space");
            return;
        }
        try
        {
            await choice.CheckAsync();
        }
        catch (PlaywrightException missed) when (missed.Message.Contains("did not change its state", StringComparison.Ordinal))
        {
            // A page that has just come moves once more under the mouse; whoever missed clicks again.
            await choice.CheckAsync();
        }
    }

    public Task AttachAsync(string label, params IEnumerable<string> files) => Field(label).SetInputFilesAsync(files);

    /// <summary>Until the page stands whole; a page whose button only brought a file stays.</summary>
    private Task LoadedAsync() =>
        UntilAsync("window.leaving ? 'leaving' : document.readyState", state => state == "complete" || _hasFile, "was not loaded");

    /// <summary>Until another page begins to come.</summary>
    private Task LeftAsync(Func<string, bool> isNext) => UntilAsync(Address, isNext, "was not left");

    private Task<string> AddressAsync() => Page.EvaluateAsync<string>(Address);

    /// <summary>
    /// Asked of the page itself: on a busy machine the browser's own messages about a page are sometimes missed, and the page that was left
    /// stands for a while yet.
    /// </summary>
    private async Task UntilAsync(string question, Func<string, bool> isSo, string otherwise)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            try
            {
                if (isSo(await Page.EvaluateAsync<string>(question)))
                    return;
            }
            catch (PlaywrightException)
            {
                // The next page is on its way, and the one that was asked is gone.
            }
            await Task.Delay(50);
        }
        Assert.Fail($"{Path} {otherwise}: {await Page.Locator("main").InnerTextAsync()}");
    }

    /// <summary>Presses keys that lead to another page.</summary>
    public async Task GoByKeysAsync(string keys)
    {
        var before = await AddressAsync();
        await Page.Keyboard.PressAsync(keys);
        await LeftAsync(address => address != before);
        await LoadedAsync();
    }

    /// <summary>Chooses files in a form that is sent at once; without JavaScript by its button.</summary>
    public async Task HandInAsync(string label, string button, params IEnumerable<string> files)
    {
        var form = await AddressAsync();
        await AttachAsync(label, files);
        if (!_javaScript)
        {
            await PressAsync(button);
            return;
        }
        await LeftAsync(address => address != form);
        await LoadedAsync();
    }

    public async Task PressAsync(string button)
    {
        var named = Page.GetByRole(AriaRole.Button, new() { NameRegex = Starts(button) });
        await PressAsync(named.Or(Page.GetByRole(AriaRole.Link, new() { NameRegex = Starts(button) })).First);
        await LoadedAsync();
    }

    /// <summary>Opens the page of the piece of work on "Việc của tôi" that holds these words, by its button.</summary>
    public async Task TakeUpAsync(string words)
    {
        await GoAsync("/");
        var row = Page.Locator("tr", new() { HasText = words }).First;
        // On a phone a group shows its first lines.
        if (!await row.IsVisibleAsync())
            await PressAsync(Page.Locator("section", new() { Has = row }).Locator(".dk-desk-more"));
        await PressAsync(row.GetByRole(AriaRole.Link).First);
        // On a busy machine the next page begins to come a while after the press.
        await LeftAsync(address => new Uri(address).AbsolutePath != "/");
        await LoadedAsync();
    }

    /// <summary>Opens the unit's incoming document that holds these words.</summary>
    public async Task FindAsync(string words)
    {
        await GoAsync("/van-ban/den");
        await PressAsync(words);
    }

    public async Task UnfoldAsync(string summary)
    {
        var line = Page.Locator("summary", new() { HasTextRegex = Starts(summary) }).First;
        Task<bool> IsOpenAsync() => line.EvaluateAsync<bool>("summary => summary.parentElement.open");
        if (!await IsOpenAsync())
            await PressAsync(line);
        Assert.True(await IsOpenAsync(), $"{Path}: \"{summary}\" does not open.");
    }

    public Task SeesAsync(string words) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(words, new() { Timeout = 15_000 });

    /// <summary>Loads the page again until the files have been read: on a busy machine the form comes before what was read.</summary>
    public async Task WhenReadAsync()
    {
        for (var tries = 0; tries < 40 && await Page.Locator("main", new() { HasText = "đang đọc tệp" }).CountAsync() > 0; tries++)
        {
            await Task.Delay(500);
            await Page.ReloadAsync();
        }
    }

    public Task<bool> HasAsync(string button) =>
        Page.GetByRole(AriaRole.Button, new() { NameRegex = Starts(button) }).First.IsVisibleAsync();

    /// <summary>The picture of the document's page has really been drawn and sent.</summary>
    public async Task ShowsPageImageAsync()
    {
        var image = Page.Locator(".dk-viewer img");
        await image.ScrollIntoViewIfNeededAsync();
        for (var tries = 0; tries < 60 && await image.EvaluateAsync<int>("image => image.naturalWidth") == 0; tries++)
            await Task.Delay(250);
        Assert.True(await image.EvaluateAsync<int>("image => image.naturalWidth") > 400, $"{Path}: no image of the page.");
    }

    public async Task<string> ReadsAsync(string label) => await Field(label).InputValueAsync();

    /// <summary>No known barrier to people with disabilities (WCAG 2.1 A and AA), and nothing wider than the screen.</summary>
    public async Task IsAccessibleAsync()
    {
        // The checks are scripts themselves; they see the same pages in the walk with JavaScript.
        if (!_javaScript)
            return;
        await FitsAsync();
        if (!Inspected.TryAdd((KindOf(Path), Size.Name, await OfferAsync()), true))
            return;
        if (!await Page.EvaluateAsync<bool>("'axe' in window"))
            await Page.EvaluateAsync(Axe);
        // Preloading is for rules that are not among these.
        var violations = await Page.EvaluateAsync<string[]>(
            """
            async tags => (await axe.run({ runOnly: tags, resultTypes: ["violations"], preload: false })).violations
                .map(v => `${v.id}: ${v.help} — ${v.nodes.slice(0, 4).map(n => n.html).join(" | ")}`)
            """,
            (string[])["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
        );
        Assert.True(violations.Length == 0, $"{Path} ({Size.Name}): {string.Join('\n', violations)}");
    }

    public async Task FitsAsync()
    {
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= Size.Width, $"{Path} is {width} px wide on a screen of {Size.Width}.");
    }

    /// <summary>The bar on top leaves room for the page.</summary>
    public async Task HasLowBarAsync(int most)
    {
        var height = await Page.EvaluateAsync<int>("document.querySelector('.dk-top').offsetHeight");
        Assert.True(height <= most, $"{Path}: the bar on top is {height} px high on a screen of {Size.Width}.");
    }

    /// <summary>Wider lines, words and letters, as people with dyslexia set them (WCAG 1.4.12).</summary>
    public Task SpaceTextAsync() =>
        Page.EvaluateAsync(
            """
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }'
                + 'p { margin-bottom: 2em !important; }');
              document.adoptedStyleSheets.push(sheet);
            }
            """
        );

    /// <summary>The address without what names one document, unit or person.</summary>
    public static string KindOf(string address) => Id().Replace(address.Split('?', '#')[0], "{id}");

    /// <summary>The buttons, fields and columns of the page's own part, by name: what somebody may do there.</summary>
    private Task<string> OfferAsync() =>
        Page.EvaluateAsync<string>(
            """
            () => [...new Set([...document.querySelectorAll('main button, main input, main select, main textarea, main summary, main th')]
              .map(e => e.tagName + (e.name || e.textContent.trim().replace(/[\d.,:/]+/g, '#'))))].sort().join('|')
            """
        );

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    /// <summary>
    /// Without JavaScript there are no animation frames by which the driver could see that a thing has come to rest, and a mouse may press
    /// beside it: the keyboard does not.
    /// </summary>
    private async Task PressAsync(ILocator thing)
    {
        if (!_javaScript)
        {
            await thing.PressAsync("Enter");
            return;
        }
        _hasFile = false;
        await thing.EvaluateAsync(
            """
            () => {
              const leaves = event => {
                const link = event.type === 'click' ? event.target.closest('a[href]') : null;
                const goes = event.type === 'submit' || link && !link.target && link.href.split('#')[0] !== location.href.split('#')[0];
                if (goes && !event.defaultPrevented) window.leaving = true;
              };
              for (const type of ['click', 'submit']) window.addEventListener(type, leaves, { once: true });
            }
            """
        );
        await thing.ClickAsync();
    }

    private ILocator Field(string label) => Page.GetByLabel(Starts(label)).First;

    private static Regex Starts(string words) => new(@"^\s*" + Regex.Escape(words), RegexOptions.IgnoreCase);
}
