namespace DoanKet.Browser.Tests;

/// <summary>The screenshots of the README: the walk takes them when DOANKET_SCREENSHOTS names a folder.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("DOANKET_SCREENSHOTS");

    public static async Task TakeAsync(this Screen screen, string name)
    {
        if (Folder is null)
            return;
        await screen.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        await screen.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png") });
    }
}
