using DoanKet.Testing;
using Microsoft.Playwright;

namespace DoanKet.Browser.Tests;

public sealed class KeyboardTests(Chromium chromium, SmallFederation federation)
{
    [Fact]
    public async Task A_document_is_registered_without_touching_the_mouse()
    {
        await using var clerk = await chromium.SignInAsync(federation.Program, "vanthu", ScreenSize.Office);
        // From home the list, from there the form, in which the cursor stands on the file.
        await clerk.GoAsync("/");
        await clerk.GoByKeysAsync("Alt+2");
        await clerk.GoByKeysAsync("Alt+n");
        await clerk.SeesAsync("Tiếp nhận văn bản đến");
        await Assertions.Expect(clerk.Page.Locator("input[type=file]")).ToBeFocusedAsync();
        await clerk.HandInAsync("Chọn hoặc thả tệp vào đây", "Nhận và đọc tệp", Decree30.PathOf("30_2020_ND_CP.pdf"));
        await clerk.SeesAsync("Vào sổ văn bản đến");
        await clerk.WhenReadAsync();
        // The cursor stands where the clerk looks first; Tab goes on in the order of the form.
        await Assertions.Expect(clerk.Page.Locator("#vao-so :focus")).ToBeVisibleAsync();
        await LooksCloserAsync(clerk);
        for (var step = 0; step < 30 && !await SubjectHasFocusAsync(clerk); step++)
            await clerk.Page.Keyboard.PressAsync("Tab");
        Assert.True(await SubjectHasFocusAsync(clerk), "Tab did not reach the subject.");
        await clerk.Page.Keyboard.PressAsync("End");
        await clerk.Page.Keyboard.TypeAsync(" (bản để tra cứu)");
        await clerk.Page.Keyboard.PressAsync("Control+Enter");
        await clerk.SeesAsync("Đã vào sổ");
        await clerk.GoAsync("/van-ban/den?trang-thai=cho-chi-dao");
        await clerk.SeesAsync("Về công tác văn thư (bản để tra cứu)");
        clerk.WasQuiet();
    }

    /// <summary>The paper is turned and enlarged while the cursor stays in the form.</summary>
    private static async Task LooksCloserAsync(Screen clerk)
    {
        await clerk.ShowsPageImageAsync();
        var image = clerk.Page.Locator(".dk-viewer img");
        var width = (await image.BoundingBoxAsync())!.Width;
        await clerk.Page.Keyboard.PressAsync("Alt+PageDown");
        await clerk.SeesAsync("Trang 2/20");
        await clerk.Page.Keyboard.PressAsync("Alt+=");
        await clerk.Page.Keyboard.PressAsync("Alt+=");
        Assert.InRange((await image.BoundingBoxAsync())!.Width, width * 1.9, width * 2.2);
        await clerk.FitsAsync();
        await clerk.Page.Keyboard.PressAsync("Alt+-");
        await clerk.Page.Keyboard.PressAsync("Alt+-");
        await clerk.Page.Keyboard.PressAsync("Alt+PageUp");
        await clerk.SeesAsync("Trang 1/20");
        Assert.Equal(width, (await image.BoundingBoxAsync())!.Width);
        await Assertions.Expect(clerk.Page.Locator("#vao-so :focus")).ToBeVisibleAsync();
    }

    private static Task<bool> SubjectHasFocusAsync(Screen clerk) =>
        clerk.Page.EvaluateAsync<bool>("document.activeElement.name === 'Input.Subject'");
}
