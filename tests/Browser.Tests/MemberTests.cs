using System.Diagnostics;
using Microsoft.Playwright;

namespace DoanKet.Browser.Tests;

/// <summary>From the poster on the wall to the card at the counter of a shop.</summary>
public sealed class MemberTests(Chromium chromium, SmallFederation federation)
{
    private const string Union = "CS0001",
        Member = "Lữ Thị Hành Trình",
        Scanned = "040192007788||LỮ THỊ HÀNH TRÌNH|14021992|Nữ|Xã Ví Dụ, Nghệ An|25082021";

    [Fact]
    public async Task A_worker_enters_herself_gets_a_card_uses_it_and_loses_it()
    {
        await using var officer = await chromium.SignInAsync(federation.Program, "coso.cs0001", ScreenSize.Office);
        await using var organiser = await chromium.SignInAsync(federation.Program, "tochuc", ScreenSize.Office);
        await using var worker = await chromium.OpenAsync(federation.Program, ScreenSize.Phone);
        await using var shop = await chromium.OpenAsync(federation.Program, ScreenSize.Phone);

        await EnterAsync(officer, worker);
        var member = await AcceptAsync(officer, organiser);
        await PrintAsync(officer, organiser, member);
        var code = await HandOverAsync(officer, member);
        await UseAsync(organiser, shop, code);
        var shown = await HoldOutAsync(officer, member, shop);
        await using var seller = await chromium.OpenAsync(federation.Program, ScreenSize.Phone);
        await seller.GoAsync("/the/kiem-tra");
        await seller.IsAccessibleAsync();
        await CheckOfflineAsync(seller, shown, "Thẻ hợp lệ");

        await officer.GoAsync(member + "/the");
        await officer.UnfoldAsync("Báo mất");
        await officer.TickAsync("Mất thẻ");
        await officer.IsAccessibleAsync();
        await officer.PressAsync("Ghi, thẻ hết hiệu lực ngay");
        await officer.SeesAsync("Báo mất");
        await shop.WriteAsync("Quét hoặc gõ mã thẻ", code);
        await shop.PressAsync("Xem thẻ");
        await shop.SeesAsync("Thẻ không có hiệu lực");
        await shop.GoAsync("/the?ma=" + code);
        await shop.SeesAsync("báo mất");
        await shop.IsAccessibleAsync();
        await CheckOfflineAsync(seller, shown, "Thẻ không có hiệu lực");
        Assert.All([officer, organiser, worker, shop], screen => screen.WasQuiet());
    }

    private static async Task EnterAsync(Screen officer, Screen worker)
    {
        await officer.GoAsync("/doan-vien/ghi-danh");
        await worker.GoAsync(await AddressAsync(officer, "/ghi-danh/"));
        await worker.IsAccessibleAsync();
        await worker.WriteAsync("Quét mã QR trên căn cước", Scanned);
        await worker.PressAsync("Điền từ căn cước");
        Assert.Equal(Member, await worker.ReadsAsync("Họ và tên"));
        await worker.WriteAsync("Điện thoại", "0987 654 333");
        await worker.TickAsync("Tôi đồng ý");
        await worker.PressAsync("Gửi cho công đoàn");
        await worker.SeesAsync("Đã gửi");
    }

    /// <returns>The address of the new member.</returns>
    private static async Task<string> AcceptAsync(Screen officer, Screen organiser)
    {
        await officer.GoAsync("/doan-vien/ghi-danh");
        await officer.PressAsync(Member);
        await officer.IsAccessibleAsync();
        await officer.PressAsync("Nhận vào danh sách");
        await officer.SeesAsync("Chờ duyệt");
        var member = officer.Path;
        await organiser.GoAsync(member + "/bien-dong");
        await organiser.PressAsync("Duyệt vào danh sách đoàn viên");
        await organiser.SeesAsync("Đang sinh hoạt");
        return member;
    }

    private static async Task PrintAsync(Screen officer, Screen organiser, string member)
    {
        await officer.GoAsync(member + "/the");
        await officer.IsAccessibleAsync();
        await officer.PressAsync("Đề nghị cấp thẻ");
        await officer.SeesAsync("Chờ duyệt");
        await organiser.GoAsync(member + "/the");
        await organiser.PressAsync("Duyệt cấp thẻ");
        await organiser.SeesAsync("Chờ in");

        await organiser.GoAsync("/doan-vien/the/lo-in");
        await organiser.IsAccessibleAsync();
        await organiser.WriteAsync("Chỉ in của công đoàn có mã", Union);
        await organiser.PressAsync("Lập lô in");
        var file = organiser.Page.GetByRole(AriaRole.Link, new() { Name = "Tệp 1" });
        for (var tries = 0; tries < 60 && await file.CountAsync() == 0; tries++)
        {
            await Task.Delay(500);
            await organiser.Page.ReloadAsync();
        }
        Assert.True(await file.CountAsync() == 1, await organiser.Page.Locator("main").InnerTextAsync());
        await organiser.PressAsync("Ghi in xong");
        await organiser.SeesAsync("Giao cho công đoàn cơ sở");
        await organiser.IsAccessibleAsync();
        await organiser.PressAsync("Ghi đã giao");
        await organiser.SeesAsync("Đã giao hết");
    }

    /// <returns>The code that stands on the card.</returns>
    private static async Task<string> HandOverAsync(Screen officer, string member)
    {
        await officer.GoAsync("/doan-vien/the?nhom=Delivered");
        await officer.PressAsync("Ghi đã trao cho đoàn viên");
        await officer.GoAsync(member + "/the");
        await officer.SeesAsync("Đã trao");
        return await officer.Page.Locator("section strong").First.InnerTextAsync();
    }

    private static async Task UseAsync(Screen organiser, Screen shop, string code)
    {
        await organiser.GoAsync("/doan-vien/phuc-loi/them");
        await organiser.WriteAsync("Tên đối tác", "Nhà thuốc Hành Trình");
        await organiser.PressAsync("Thêm đối tác");
        await organiser.WriteAsync("Thêm ưu đãi", "Giảm 10% thuốc bổ");
        await organiser.WriteAsync("Tổng số lượt", "1");
        await organiser.PressAsync("Thêm ưu đãi");
        await organiser.SeesAsync("0/1 lượt");
        await organiser.IsAccessibleAsync();

        await shop.GoAsync(await AddressAsync(organiser, "/quay/"));
        await shop.WriteAsync("Quét hoặc gõ mã thẻ", code);
        await shop.PressAsync("Xem thẻ");
        await shop.SeesAsync(Member);
        await shop.IsAccessibleAsync();
        await shop.PressAsync("Ghi nhận sử dụng");
        await shop.SeesAsync("Đã ghi nhận");
        await organiser.Page.ReloadAsync();
        await organiser.SeesAsync("1/1 lượt");
    }

    /// <summary>The card on her own phone: let in by a code of the officer, scanned, there without a network, too.</summary>
    private async Task<string> HoldOutAsync(Screen officer, string member, Screen shop)
    {
        await officer.GoAsync(member + "/trang-rieng");
        await officer.PressAsync("Cấp mã vào trang");
        await officer.IsAccessibleAsync();
        var code = await officer.Page.Locator(".dk-code").InnerTextAsync();
        await using var phone = await chromium.OpenAsync(federation.Program, ScreenSize.Phone);
        await phone.GoAsync("/toi");
        await phone.WriteAsync("Số CCCD hoặc số điện thoại", "0987654333");
        await phone.PressAsync("Tiếp tục");
        await phone.WriteAsync("Mã", code);
        await phone.IsAccessibleAsync();
        await phone.PressAsync("Vào trang của tôi");
        await phone.SeesAsync(Member);
        await ComeBackByKeyAsync(phone);
        foreach (var page in (string[])["/toi/thong-tin", "/toi/uu-dai", "/toi/yeu-cau", "/toi"])
        {
            await phone.GoAsync(page);
            Assert.Equal(page, phone.Path);
            await phone.IsAccessibleAsync();
            await phone.FitsAsync();
        }
        await phone.PressAsync("Mở thẻ trên điện thoại");
        await phone.SeesAsync("Mã mới sau");
        await phone.IsAccessibleAsync();
        await phone.FitsAsync();
        await shop.WriteAsync("Quét hoặc gõ mã thẻ", await ScannedAsync(phone));
        await shop.PressAsync("Xem thẻ");
        await shop.SeesAsync("Thẻ hợp lệ");

        await phone.Page.WaitForFunctionAsync("async () => (await (await caches.open('dk-own-card')).keys()).length > 3");
        await phone.Page.Context.SetOfflineAsync(true);
        await phone.Page.ReloadAsync();
        await phone.SeesAsync(Member);
        await phone.SeesAsync("Mã mới sau");
        var shown = await ScannedAsync(phone);
        await shop.WriteAsync("Quét hoặc gõ mã thẻ", shown);
        await shop.PressAsync("Xem thẻ");
        await shop.SeesAsync("Thẻ hợp lệ");
        return shown;
    }

    /// <summary>The phone opens the page with its owner's finger from now on.</summary>
    private static async Task ComeBackByKeyAsync(Screen phone)
    {
        await phone.GiveFingerReaderAsync();
        await phone.GoAsync("/toi/khoa");
        await phone.PressAsync("Thêm khóa cho máy này");
        await phone.SeesAsync("Đã thêm khóa");
        await phone.IsAccessibleAsync();
        await phone.FitsAsync();
        await phone.Page.Context.ClearCookiesAsync();
        await phone.GoAsync("/toi");
        Assert.Equal("/toi/vao", phone.Path);
        await phone.PressAsync("Vào bằng khóa của máy này");
        await phone.SeesAsync(Member);
        Assert.Equal("/toi", phone.Path);
    }

    /// <summary>With the key and the list as the seller's phone last got them.</summary>
    private static async Task CheckOfflineAsync(Screen seller, string scanned, string verdict)
    {
        await seller.Page.ReloadAsync();
        await seller.SeesAsync("Danh sách thẻ hết hiệu lực tải lúc");
        await seller.Page.WaitForFunctionAsync("async () => (await (await caches.open('dk-check-card')).keys()).length > 6");
        await seller.Page.Context.SetOfflineAsync(true);
        await seller.Page.ReloadAsync();
        await seller.SeesAsync("Danh sách thẻ hết hiệu lực tải lúc");
        await seller.WriteAsync("Quét mã QR trên thẻ", scanned);
        await seller.PressAsync("Kiểm tra");
        await seller.SeesAsync(verdict);
        await seller.Page.Context.SetOfflineAsync(false);
    }

    /// <summary>What another phone reads from the screen.</summary>
    private static async Task<string> ScannedAsync(Screen phone)
    {
        var picture = Path.Combine(Path.GetTempPath(), $"doanket-qr-{Guid.NewGuid()}.png");
        try
        {
            await phone.Page.Locator(".dk-own-card svg").ScreenshotAsync(new() { Path = picture });
            using var reader = Process.Start(new ProcessStartInfo("zbarimg", ["--raw", "-q", picture]) { RedirectStandardOutput = true })!;
            var text = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            return text.Trim();
        }
        finally
        {
            File.Delete(picture);
        }
    }

    private static async Task<string> AddressAsync(Screen screen, string part) =>
        new Uri((await screen.Page.Locator($"main a[href*='{part}']:not([href$='.pdf'])").First.GetAttributeAsync("href"))!).AbsolutePath;
}
