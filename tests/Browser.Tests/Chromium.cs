using DoanKet.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace DoanKet.Browser.Tests;

/// <summary>Debian's chromium, or the one DOANKET_CHROMIUM names.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("DOANKET_CHROMIUM") ?? "/usr/bin/chromium",
            // Containers that run the tests as root have no user namespaces.
            Args = ["--no-sandbox"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A new person at a screen of their own, not signed in.</summary>
    public async Task<Screen> OpenAsync(Demonstration program, ScreenSize size, bool javaScript = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = program.Address.ToString(),
            JavaScriptEnabled = javaScript,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            ViewportSize = size.Viewport,
            HasTouch = size.IsPhone,
        });
        context.SetDefaultTimeout(10_000);
        return new(await context.NewPageAsync(), size, javaScript);
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
