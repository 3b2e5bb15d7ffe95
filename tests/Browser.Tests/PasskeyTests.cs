using Microsoft.Playwright;

namespace DoanKet.Browser.Tests;

public sealed class PasskeyTests(Chromium chromium, SmallFederation federation)
{
    [Fact]
    public async Task A_device_is_added_signs_in_without_a_password_and_does_not_any_more_when_it_is_removed()
    {
        await using var person = await chromium.SignInAsync(federation.Program, "xem", ScreenSize.Office);
        await person.GiveFingerReaderAsync();
        await person.GoAsync("/bao-mat/khoa-truy-cap");
        await person.WriteAsync("Tên khóa", "Máy ở cơ quan");
        await person.WriteAsync("Mật khẩu của anh/chị", "không phải");
        await person.PressAsync("Thêm khóa truy cập");
        await person.SeesAsync("Mật khẩu chưa đúng");
        await person.WriteAsync("Mật khẩu của anh/chị", Demonstration.Password);
        await person.PressAsync("Thêm khóa truy cập");
        await person.SeesAsync("Đã thêm khóa truy cập");

        await person.Page.Context.ClearCookiesAsync();
        await person.GoAsync("/dang-nhap?tiep=%2Fbao-mat");
        await person.IsAccessibleAsync();
        await person.PressAsync("Dùng khóa truy cập");
        await person.SeesAsync("Đăng nhập và bảo mật");
        Assert.Equal("/bao-mat", person.Path);

        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Gỡ khóa Máy ở cơ quan" }).ClickAsync();
        await person.SeesAsync("Đã gỡ khóa truy cập");
        await person.Page.Context.ClearCookiesAsync();
        await person.GoAsync("/dang-nhap");
        await person.PressAsync("Dùng khóa truy cập");
        await person.SeesAsync("Chưa đăng nhập được bằng khóa truy cập này");
        person.WasQuiet();
    }
}
