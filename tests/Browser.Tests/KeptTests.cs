using Microsoft.Playwright;

namespace DoanKet.Browser.Tests;

/// <summary>Nothing typed is lost: what was not sent stands in the form again.</summary>
public sealed class KeptTests(Chromium chromium, SmallFederation federation)
{
    private const string Compose = "/van-ban/di/soan";
    private const string Typed = "Hướng dẫn tổ chức Tháng Công nhân";

    [Fact]
    public async Task What_was_typed_and_left_stands_there_again_for_the_same_person_only()
    {
        await using var person = await chromium.SignInAsync(federation.Program, "chuyenvien", ScreenSize.Office);
        await TypeAsync(person);
        // Away by the menu, another page, and back.
        await person.GoAsync("/van-ban/di");
        await person.GoAsync(Compose);
        await person.SeesAsync("Đã điền lại phần anh/chị nhập");
        Assert.Equal(Typed, await person.ReadsAsync("Trích yếu"));
        Assert.Equal("Khẩn", await ChosenAsync(person, "Độ khẩn"));
        await person.IsAccessibleAsync();

        await person.PressAsync("Bỏ phần điền lại");
        Assert.Equal("", await person.ReadsAsync("Trích yếu"));
        await person.GoAsync(Compose);
        Assert.Equal("", await person.ReadsAsync("Trích yếu"));

        // A second letter beside the first starts empty.
        await TypeAsync(person);
        var second = await person.Page.Context.NewPageAsync();
        await second.GotoAsync(Compose);
        Assert.Equal("", await second.GetByLabel("Trích yếu").InputValueAsync());
        await second.CloseAsync();

        // Somebody else at the same machine sees nothing of it.
        await person.Page.Context.ClearCookiesAsync(new() { Name = "dk-session" });
        await SignInAsync(person.Page, "truongban");
        await person.GoAsync(Compose);
        Assert.Equal("", await person.ReadsAsync("Trích yếu"));
        await person.Page.Context.ClearCookiesAsync(new() { Name = "dk-session" });
        await SignInAsync(person.Page, "chuyenvien");
        await person.GoAsync(Compose);
        Assert.Equal(Typed, await person.ReadsAsync("Trích yếu"));

        // Who signs out leaves nothing behind.
        await person.Page.Locator(".dk-user > summary").ClickAsync();
        await person.PressAsync("Đăng xuất");
        Assert.Equal(0, await person.Page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('dk-kept')).length"));
        person.WasQuiet();
    }

    [Fact]
    public async Task Without_a_network_the_form_stays_and_is_sent_later()
    {
        await using var person = await chromium.SignInAsync(federation.Program, "chuyenvien", ScreenSize.Office);
        await TypeAsync(person);
        await person.Page.Context.SetOfflineAsync(true);
        await person.PressAsync("Tạo dự thảo");
        await person.SeesAsync("Máy đang mất mạng");
        Assert.Equal(Typed, await person.ReadsAsync("Trích yếu"));
        await person.Page.Context.SetOfflineAsync(false);
        await person.PressAsync("Tạo dự thảo");
        await person.SeesAsync(Typed);
        // What was sent is not offered again.
        await person.GoAsync(Compose);
        Assert.Equal("", await person.ReadsAsync("Trích yếu"));
    }

    [Fact]
    public async Task After_a_refusal_it_is_kept_and_after_a_session_that_ended_it_is_sent_again()
    {
        await using var person = await chromium.SignInAsync(federation.Program, "chuyenvien", ScreenSize.Office);
        await TypeAsync(person);
        await person.WriteAsync("Hạn trả lời", "31/02/2027");
        await person.PressAsync("Tạo dự thảo");
        await person.Page.Locator(".dk-errors").WaitForAsync();
        await person.GoAsync("/");
        await person.GoAsync(Compose);
        Assert.Equal(Typed, await person.ReadsAsync("Trích yếu"));
        await person.WriteAsync("Hạn trả lời", "");

        await person.Page.Context.ClearCookiesAsync(new() { Name = "dk-session" });
        await person.PressAsync("Tạo dự thảo");
        await person.SeesAsync("Phiên làm việc đã hết");
        var other = await person.Page.Context.NewPageAsync();
        await SignInAsync(other, "chuyenvien");
        await other.CloseAsync();
        await person.PressAsync("Gửi lại");
        await person.SeesAsync(Typed);
        await person.GoAsync(Compose);
        Assert.Equal("", await person.ReadsAsync("Trích yếu"));
    }

    [Fact]
    public async Task What_was_changed_in_between_is_not_typed_over_but_offered()
    {
        await using var person = await chromium.SignInAsync(federation.Program, "chuyenvien", ScreenSize.Office);
        await TypeAsync(person);
        await person.PressAsync("Tạo dự thảo");
        var edit = person.Path + "/sua";
        await person.GoAsync(edit);
        await person.WriteAsync("Trích yếu", "Nhập dở rồi đi");
        await person.GoAsync("/van-ban/di");
        // The same draft from another computer.
        await using var elsewhere = await chromium.SignInAsync(federation.Program, "chuyenvien", ScreenSize.Office);
        await elsewhere.GoAsync(edit);
        await elsewhere.WriteAsync("Trích yếu", "Sửa ở máy khác");
        await elsewhere.PressAsync("Lưu");

        await person.GoAsync(edit);
        await person.SeesAsync("nội dung đang lưu đã đổi");
        Assert.Equal("Sửa ở máy khác", await person.ReadsAsync("Trích yếu"));
        // Left undecided, it is offered again.
        await person.GoAsync("/van-ban/di");
        await person.GoAsync(edit);
        await person.PressAsync("Điền lại phần đã nhập");
        Assert.Equal("Nhập dở rồi đi", await person.ReadsAsync("Trích yếu"));
    }

    private static async Task TypeAsync(Screen person)
    {
        await person.GoAsync(Compose);
        await person.WriteAsync("Trích yếu", Typed);
        await person.ChooseAsync("Độ khẩn", "Khẩn");
    }

    private static Task<string> ChosenAsync(Screen person, string label) =>
        person.Page.GetByLabel(label).EvaluateAsync<string>("list => list.selectedOptions[0].text");

    private static async Task SignInAsync(IPage page, string userName)
    {
        await page.GotoAsync("/dang-nhap");
        await page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await page.GetByLabel("Mật khẩu").FillAsync(Demonstration.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Việc của tôi" }).WaitForAsync();
    }
}
