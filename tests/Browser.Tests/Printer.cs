using Microsoft.Playwright;

namespace DoanKet.Browser.Tests;

/// <summary>Prints web pages into PDF files.</summary>
public sealed class Printer(IPage page) : IAsyncDisposable
{
    public async Task PrintAsync(string html, string path)
    {
        await page.SetContentAsync(html);
        await page.PdfAsync(new() { Path = path, PreferCSSPageSize = true });
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync();
}
