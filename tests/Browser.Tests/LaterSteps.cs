namespace DoanKet.Browser.Tests;

/// <summary>What happens to a document after it reached everybody: it is recalled, and reported on.</summary>
internal static class LaterSteps
{
    /// <summary>The clerk takes it back; the school, which had registered it, answers on the phone; the board shows the answer.</summary>
    public static async Task RecallAsync(Screen clerk, Screen grassroots, string document, string subject)
    {
        await clerk.GoAsync(document);
        await clerk.PressAsync("Thu hồi văn bản");
        await clerk.SeesAsync("đơn vị chưa vào sổ");
        await clerk.IsAccessibleAsync();
        await clerk.WriteAsync("Lý do thu hồi", "Sai số liệu ở mục 2.");
        await clerk.PressAsync("Thu hồi văn bản");
        await clerk.SeesAsync("Đã thu hồi");

        await grassroots.TakeUpAsync(subject);
        await grassroots.SeesAsync("Sai số liệu ở mục 2.");
        await grassroots.IsAccessibleAsync();
        await grassroots.PressAsync("Đồng ý, hủy văn bản");
        await grassroots.SeesAsync("nơi gửi đã được báo");

        await clerk.GoAsync(document + "/theo-doi?loc=thu-hoi-huy&tim=CS0001");
        await clerk.SeesAsync("Đã hủy theo thu hồi");
    }

    /// <summary>A draft that takes the place of the issued document; the old one says so, and stays until the new one is issued.</summary>
    public static async Task ReplaceAsync(Screen clerk, string document)
    {
        await clerk.GoAsync(document);
        await clerk.PressAsync("Soạn văn bản thay thế");
        await clerk.SeesAsync("văn bản cũ tự động được thu hồi");
        await clerk.IsAccessibleAsync();
        await clerk.PressAsync("Tạo dự thảo");
        await clerk.SeesAsync("Thay thế văn bản");
        await clerk.GoAsync(document);
        await clerk.SeesAsync("Được thay thế bằng");
    }

    /// <summary>The leader looks who is late; a figure opens the documents that it counts.</summary>
    public static async Task ReportAsync(Screen leader)
    {
        await leader.GoAsync("/van-ban/bao-cao");
        await leader.SeesAsync("Tổng cộng");
        await leader.TakeAsync("report");
        await leader.Page.Locator("tr.dk-sum a").First.ClickAsync();
        await leader.SeesAsync("Theo báo cáo");
        Assert.True(await leader.Page.Locator(".dk-list tbody tr").CountAsync() > 0, "the figure opens its documents");
    }
}
