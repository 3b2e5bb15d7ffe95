using DoanKet.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(SmallFederation))]

namespace DoanKet.Browser.Tests;

/// <summary>Debian's chromium, or the one DOANKET_CHROMIUM names.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Installed = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("DOANKET_CHROMIUM") ?? Installed.First(File.Exists),
                // Containers that run the tests as root have no user namespaces; the rest keeps the browser from looking for a graphics
                // card and for servers of its maker.
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A new person at a screen of their own; signed in only with a storage state.</summary>
    /// <param name="storageState">What <see cref="SessionAsync"/> gave: a browser in which somebody has signed in.</param>
    public async Task<Screen> OpenAsync(Demonstration program, ScreenSize size, bool javaScript = true, string? storageState = null)
    {
        var context = await _browser!.NewContextAsync(
            new()
            {
                BaseURL = program.Address.ToString(),
                JavaScriptEnabled = javaScript,
                Locale = "vi-VN",
                TimezoneId = "Asia/Ho_Chi_Minh",
                ViewportSize = size.Viewport,
                HasTouch = size.IsPhone,
                StorageState = storageState,
            }
        );
        context.SetDefaultTimeout(30_000);
        return new(await context.NewPageAsync(), size, javaScript);
    }

    /// <summary>A page without a person, to print from.</summary>
    public async Task<Printer> OpenPrinterAsync() => new(await _browser!.NewPageAsync());

    /// <summary>The cookies of a person who has just signed in, for any number of screens.</summary>
    public async Task<string> SessionAsync(Demonstration program, string userName)
    {
        await using var screen = await SignInAsync(program, userName, ScreenSize.Office);
        return await screen.Page.Context.StorageStateAsync();
    }

    public async Task<Screen> SignInAsync(Demonstration program, string userName, ScreenSize size, bool javaScript = true)
    {
        var screen = await OpenAsync(program, size, javaScript);
        await screen.GoAsync("/dang-nhap");
        await screen.WriteAsync("Tên đăng nhập", userName);
        await screen.WriteAsync("Mật khẩu", Demonstration.Password);
        await screen.PressAsync("Đăng nhập");
        await screen.SeesAsync("Việc của tôi");
        return screen;
    }
}
