using DoanKet.Pades;

namespace DoanKet.Browser.Tests;

/// <summary>A letter of the demonstration goes out without paper: signed on a phone, sealed by the clerk, read at the other end.</summary>
public sealed class SealTests(Chromium chromium, SmallFederation federation)
{
    private const string Subject = "Ghi sổ và lưu giữ văn bản điện tử đã ký số",
        Password = "DoanKet@2021";

    [Fact]
    public async Task What_is_signed_and_sealed_in_its_file_is_valid_twice_where_it_arrives()
    {
        await using var leader = await chromium.SignInAsync(federation.Program, "lanhdao", ScreenSize.Phone);
        await leader.GoAsync("/van-ban/di/ky");
        await leader.PressAsync($"Hướng dẫn: {Subject}");
        var document = leader.Path;
        await DragPictureAsync(leader);
        await leader.WriteAsync("Mật khẩu của chứng thư số", Password);
        await leader.TickAsync("Tôi đã xem và ký");
        await leader.IsAccessibleAsync();
        await leader.TakeAsync("sign-phone");
        await leader.PressAsync("Ký số");
        await leader.SeesAsync("Đã ký, chờ phát hành");

        await using var clerk = await chromium.SignInAsync(federation.Program, "vanthu", ScreenSize.Office);
        await clerk.GoAsync(document);
        await clerk.PressAsync("Cấp số, đóng dấu số");
        await clerk.WriteAsync("Mật khẩu của chứng thư số (của cơ quan)", Password);
        await clerk.IsAccessibleAsync();
        await clerk.TakeAsync("seal");
        await clerk.PressAsync("Cấp số và đóng dấu số");
        await clerk.SeesAsync("đóng dấu số. Hãy xem lại");
        await clerk.PressAsync("Chọn nơi nhận, phát hành");
        await clerk.PressAsync("Mọi đơn vị bên dưới");
        await clerk.PressAsync("Tiếp: cấp số và phát hành");
        await clerk.SeesAsync("khớp với số, ngày đã giữ");
        await clerk.PressAsync("Phát hành tới");
        await clerk.SeesAsync("Đã phát hành văn bản số");

        await using var district = await chromium.SignInAsync(federation.Program, "vanthu.h01", ScreenSize.Office);
        await district.FindAsync(Subject);
        await district.SeesAsync("Chữ ký hợp lệ");
        await district.ShowsPageImageAsync();
        await district.TakeAsync("received-signed");
        var file = await (await district.Page.Context.APIRequest.GetAsync(district.Path + "/tep/1")).BodyAsync();
        using var source = PdfSource.FromBytes(file);
        var report = PdfVerifier.Verify(source, new() { At = DateTimeOffset.UtcNow, Trust = TrustStore.Empty });
        Assert.Equal([CryptoVerdict.Valid, CryptoVerdict.Valid], report.Signatures.Select(signature => signature.Crypto));
        Assert.Equal([LaterChanges.Form, LaterChanges.None], report.Signatures.Select(signature => signature.Changes));
        Assert.All([leader, clerk, district], screen => screen.WasQuiet());
    }

    /// <summary>A little to the left, with the finger.</summary>
    private static async Task DragPictureAsync(Screen leader)
    {
        const string Left = "Cách mép trái (mm)";
        await leader.PressAsync("Xem, chỉnh chỗ đặt");
        await leader.IsAccessibleAsync();
        await leader.TakeAsync("signature-place-phone");
        var before = await leader.ReadsAsync(Left);
        var picture = leader.Page.Locator("[data-spot-picture] rect");
        await picture.ScrollIntoViewIfNeededAsync();
        var box = (await picture.BoundingBoxAsync())!;
        var (x, y) = (box.X + box.Width / 2, box.Y + box.Height / 2);
        await leader.Page.Mouse.MoveAsync(x, y);
        await leader.Page.Mouse.DownAsync();
        await leader.Page.Mouse.MoveAsync(x - 8, y, new() { Steps = 4 });
        await leader.Page.Mouse.UpAsync();
        Assert.NotEqual(before, await leader.ReadsAsync(Left));
        await leader.PressAsync("Đặt chữ ký ở đây");
        await leader.SeesAsync("Đã ghi chỗ đặt ảnh chữ ký");
    }
}
