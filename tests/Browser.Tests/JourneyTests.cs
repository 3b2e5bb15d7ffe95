using DoanKet.Testing;
using Microsoft.Playwright;

namespace DoanKet.Browser.Tests;

/// <summary>One real document through the whole federation, by the people who do it, at their screens.</summary>
public sealed class JourneyTests(Chromium chromium)
{
    private const string Answer = "Triển khai công tác văn thư trong các cấp công đoàn";

    [Theory]
    [InlineData(Provider.Sqlite, true)]
    [InlineData(Provider.PostgreSql, false)]
    public async Task The_decree_arrives_and_an_answer_reaches_every_unit_below(Provider provider, bool javaScript)
    {
        await using var program = await Demonstration.StartAsync(provider, "full");
        Task<Screen> At(string userName, ScreenSize size) => chromium.SignInAsync(program, userName, size, javaScript);
        await using var clerk = await At("vanthu", ScreenSize.Office);
        await using var leader = await At("lanhdao", ScreenSize.Phone);
        await using var specialist = await At("chuyenvien", ScreenSize.Office);
        await using var head = await At("truongban", ScreenSize.Office);

        var incoming = await RegisterAsync(clerk);
        await DirectAsync(leader, program, incoming);
        var outgoing = await AnswerAsync(specialist, incoming, signer: program.NameOf("lanhdao"));
        await ApproveAsync(head, outgoing, "Duyệt nội dung");
        await ApproveAsync(clerk, outgoing, "Duyệt thể thức");
        await SignAsync(leader, outgoing);
        await IssueAsync(clerk, outgoing, javaScript);

        await using var district = await At("vanthu.h01", ScreenSize.Office);
        await RegisterCopyAsync(district);
        await using var grassroots = await At("coso.cs0001", ScreenSize.Phone);
        await AcknowledgeAsync(grassroots);
        await using var returning = await At("vanthu.h02", ScreenSize.Office);
        await ReturnAsync(returning);

        await FollowAsync(clerk, outgoing, javaScript);
        await FinishAsync(specialist, incoming);
        await FindAsync(clerk, incoming);
        await ReadBooksAsync(clerk);
        await LaterSteps.ReplaceAsync(clerk, outgoing);
        await LaterSteps.RecallAsync(clerk, grassroots, outgoing, Answer);
        await LaterSteps.ReportAsync(leader);
        Assert.All([clerk, leader, specialist, head, district, grassroots, returning], screen => screen.WasQuiet());
    }

    private static async Task<string> RegisterAsync(Screen clerk)
    {
        await TakeInDecreeAsync(clerk);
        // Everything was read from the file; the clerk looks and saves from the keyboard.
        Assert.Equal("30/2020/NĐ-CP", await clerk.ReadsAsync("Số, ký hiệu"));
        Assert.Equal("05/03/2020", await clerk.ReadsAsync("Ngày văn bản"));
        Assert.Equal("Về công tác văn thư", await clerk.ReadsAsync("Trích yếu nội dung"));
        Assert.Equal("Nguyễn Xuân Phúc", await clerk.ReadsAsync("Người ký"));
        await clerk.SeesAsync("đọc từ tệp");
        await clerk.ShowsPageImageAsync();
        await clerk.IsAccessibleAsync();
        await clerk.TakeAsync("register");
        await clerk.PressAsync("Chỉ vào sổ");
        await clerk.SeesAsync("Số đến");
        await clerk.SeesAsync("Chờ chỉ đạo");
        await clerk.IsAccessibleAsync();
        var document = clerk.Path;

        // The same paper once more: the clerk is warned before a second number is given.
        await TakeInDecreeAsync(clerk);
        await clerk.SeesAsync("Đã có văn bản cùng số, ký hiệu và cơ quan ban hành");
        await clerk.PressAsync("Chỉ vào sổ");
        await clerk.SeesAsync("Vẫn vào sổ");
        Assert.EndsWith("/vao-so", clerk.Path);
        return document;
    }

    private static async Task TakeInDecreeAsync(Screen clerk)
    {
        await clerk.GoAsync("/van-ban/den/tiep-nhan");
        await clerk.HandInAsync("Chọn hoặc thả tệp vào đây", "Nhận và đọc tệp", Decree30.PathOf("30_2020_ND_CP.pdf"));
        await clerk.SeesAsync("Vào sổ văn bản đến");
        await clerk.WhenReadAsync();
    }

    private static async Task DirectAsync(Screen leader, Demonstration program, string document)
    {
        await leader.IsAccessibleAsync();
        await leader.TakeUpAsync("30/2020/NĐ-CP");
        Assert.StartsWith(document, leader.Path);
        await leader.ShowsPageImageAsync();
        await leader.TakeAsync("document-phone");
        await leader.IsAccessibleAsync();
        await leader.WriteAsync("Ý kiến viết thêm", "Ban tham mưu văn bản triển khai tới các cấp công đoàn.");
        var name = program.NameOf("chuyenvien");
        var choice = leader.Page.GetByLabel($"{name}: chủ trì").First;
        if (!await choice.IsVisibleAsync())
            await leader.UnfoldAsync(program.UnitOf("chuyenvien"));
        await leader.TickAsync(choice);
        await leader.ChooseAsync("Hạn xử lý", "5");
        await leader.PressAsync("Chuyển ý kiến chỉ đạo");
        await leader.SeesAsync("Phân công");
        await leader.SeesAsync(name);
    }

    private static async Task<string> AnswerAsync(Screen specialist, string incoming, string signer)
    {
        await specialist.TakeUpAsync("30/2020/NĐ-CP");
        Assert.StartsWith(incoming, specialist.Path);
        await specialist.WriteAsync("Ý kiến, ghi chú", "Đã đọc, đang soạn hướng dẫn.");
        await specialist.PressAsync("Ghi ý kiến");
        await specialist.SeesAsync("Đã đọc, đang soạn hướng dẫn.");
        await specialist.IsAccessibleAsync();
        await specialist.TakeAsync("document");
        await specialist.PressAsync("Soạn văn bản trả lời");
        await specialist.ChooseAsync("Loại văn bản", "Hướng dẫn");
        await specialist.ChooseAsync(
            "Người ký",
            await specialist.Page.Locator("option", new() { HasText = signer }).First.InnerTextAsync()
        );
        await specialist.WriteAsync("Trích yếu", Answer);
        await specialist.AttachAsync("Tệp dự thảo", Decree30.PathOf("Phuluc6.docx"));
        await specialist.IsAccessibleAsync();
        await specialist.PressAsync("Tạo dự thảo");
        await specialist.SeesAsync("Phiên bản 1");
        await specialist.UnfoldAsync("Gửi phiên bản mới");
        await specialist.AttachAsync("Tệp dự thảo", Decree30.PathOf("Phuluc5.docx"));
        await specialist.PressAsync("Gửi tệp");
        await specialist.SeesAsync("Phiên bản 2");
        await specialist.SeesAsync("Phiên bản 1");
        await specialist.PressAsync("Trình duyệt nội dung");
        await specialist.SeesAsync("duyệt nội dung");
        await specialist.IsAccessibleAsync();
        return specialist.Path;
    }

    private static async Task ApproveAsync(Screen person, string document, string button)
    {
        await person.TakeUpAsync(Answer);
        Assert.Equal(document, person.Path);
        await person.IsAccessibleAsync();
        await person.PressAsync(button);
        await person.SeesAsync("Ý kiến duyệt");
    }

    private static async Task SignAsync(Screen leader, string document)
    {
        await leader.TakeUpAsync(Answer);
        Assert.Equal(document, leader.Path);
        await leader.AttachAsync("Bản quét hoặc ảnh chụp", Decree30.PathOf("30_2020_ND_CP.pdf"));
        await leader.TickAsync("Tôi đã ký đúng phiên bản");
        await leader.PressAsync("Xác nhận đã ký");
        await leader.SeesAsync("Đã ký, chờ phát hành");
    }

    private static async Task IssueAsync(Screen clerk, string document, bool javaScript)
    {
        await clerk.TakeUpAsync(Answer);
        if (clerk.Path == document)
            await clerk.PressAsync("Cấp số và phát hành");
        await clerk.PressAsync("Mọi đơn vị bên dưới (2.911)");
        await clerk.SeesAsync("Nơi nhận đã chọn: 2.911 đơn vị");
        await clerk.WriteAsync("Mỗi dòng một cơ quan", "Sở Nội vụ");
        await clerk.PressAsync("Lưu nơi nhận ngoài");
        await clerk.WriteAsync("Tên (không cần dấu) hoặc mã đơn vị", "thanh pho vinh");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.SeesAsync("Liên đoàn Lao động thành phố Vinh");
        await clerk.IsAccessibleAsync();
        await clerk.PressAsync("Tiếp: cấp số và phát hành");
        await clerk.SeesAsync("Sở Nội vụ");
        await clerk.IsAccessibleAsync();
        var issue = clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Phát hành tới 2.911 đơn vị" });
        // An impatient hand; without JavaScript the second press goes to the page that the first one brings.
        if (javaScript)
            await issue.DblClickAsync();
        else
            await clerk.PressAsync("Phát hành tới 2.911 đơn vị");
        await clerk.SeesAsync("2.911 đơn vị nhận");
        await clerk.IsAccessibleAsync();
    }

    private static async Task RegisterCopyAsync(Screen district)
    {
        await district.FindAsync(Answer);
        await district.PressAsync("Vào sổ");
        await district.SeesAsync("nội dung in trên văn bản không sửa được");
        await district.PressAsync(await district.HasAsync("Chỉ vào sổ") ? "Chỉ vào sổ" : "Vào sổ");
        await district.SeesAsync("Số đến");
        await district.IsAccessibleAsync();
    }

    private static async Task AcknowledgeAsync(Screen grassroots)
    {
        await grassroots.IsAccessibleAsync();
        await grassroots.TakeUpAsync(Answer);
        await grassroots.PressAsync("Đã nhận và vào sổ");
        await grassroots.SeesAsync("Số đến");
        await grassroots.PressAsync("Đã thực hiện xong");
        await grassroots.SeesAsync("Hoàn thành");
        await grassroots.IsAccessibleAsync();
    }

    private static async Task ReturnAsync(Screen returning)
    {
        await returning.FindAsync(Answer);
        await returning.PressAsync("Trả lại nơi gửi");
        await returning.SeesAsync("Lý do");
        await returning.WriteAsync("Lý do trả lại", "Gửi nhầm đơn vị.");
        await returning.PressAsync("Trả lại nơi gửi");
        await returning.SeesAsync("Trả lại");
    }

    private static async Task FollowAsync(Screen clerk, string document, bool javaScript)
    {
        await clerk.GoAsync(document + "/theo-doi");
        await clerk.SeesAsync("2.911");
        await clerk.TakeAsync("board");
        await clerk.WriteAsync("Tên hoặc mã đơn vị", "CS0001");
        await clerk.GoByKeysAsync("Enter");
        await clerk.SeesAsync("Đã hoàn thành");
        await clerk.GoAsync(document + "/theo-doi?loc=tra-lai");
        await clerk.SeesAsync("Gửi nhầm đơn vị.");
        await clerk.GoAsync(document + "/theo-doi?loc=chua-mo");
        await clerk.TickAsync(clerk.Page.Locator("#board").GetByRole(AriaRole.Checkbox).First);
        await clerk.PressAsync("Nhắc các đơn vị đã đánh dấu");
        await clerk.SeesAsync("Đã nhắc 1 đơn vị");
        var download = await clerk.Page.RunAndWaitForDownloadAsync(() => clerk.PressAsync("Tải bảng Excel"));
        Assert.EndsWith(".xlsx", download.SuggestedFilename);
        Assert.True(new FileInfo(await download.PathAsync()).Length > 10_000);
        if (javaScript)
            await Assertions.Expect(clerk.Page.Locator("#board")).ToHaveAttributeAsync("hx-trigger", "every 15s");
    }

    private static async Task FinishAsync(Screen specialist, string incoming)
    {
        await specialist.GoAsync(incoming);
        await specialist.WriteAsync("Kết quả", "Đã tham mưu hướng dẫn, phát hành tới mọi đơn vị.");
        await specialist.PressAsync("Hoàn thành văn bản");
        await specialist.SeesAsync("Đã tham mưu hướng dẫn");
    }

    private static async Task FindAsync(Screen clerk, string incoming)
    {
        foreach (var words in (string[])["30/2020/NĐ-CP", "30 2020 nd cp", "cong tac van thu"])
        {
            await clerk.GoAsync("/van-ban/tim");
            await clerk.WriteAsync("Số, ký hiệu hoặc từ trong văn bản", words);
            await clerk.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(clerk.Page.Locator($"main a[href='{incoming}']")).ToBeVisibleAsync();
        }
        await clerk.IsAccessibleAsync();
    }

    private static async Task ReadBooksAsync(Screen clerk)
    {
        await clerk.GoAsync("/van-ban/so");
        await clerk.IsAccessibleAsync();
        await clerk.PressAsync("Xem sổ");
        await clerk.SeesAsync("Đơn vị hoặc người nhận");
        await clerk.IsAccessibleAsync();
        await clerk.TakeAsync("book");
        var paper = await clerk.Page.Context.APIRequest.GetAsync(
            await clerk.Page.Locator("main a[href*='.pdf']").First.GetAttributeAsync("href") ?? ""
        );
        Assert.Equal("application/pdf", paper.Headers["content-type"]);
        await clerk.GoAsync("/");
        await clerk.TakeAsync("home");
    }
}
