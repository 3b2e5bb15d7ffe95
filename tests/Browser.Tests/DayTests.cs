using DoanKet.PaperForms;
using DoanKet.Testing;

namespace DoanKet.Browser.Tests;

/// <summary>What a clerk and a board do on any day besides the great journey.</summary>
public sealed class DayTests(Chromium chromium, SmallFederation federation)
{
    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_posted_letter_its_scan_a_batch_and_a_correction_make_a_clerks_day(bool javaScript)
    {
        await using var clerk = await At("vanthu", ScreenSize.Office, javaScript);
        var word = javaScript ? "thứ nhất" : "thứ hai";
        var letter = await RegisterPostedAsync(clerk, $"Đề nghị hỗ trợ đoàn viên gặp khó khăn, đợt {word}");

        await clerk.PressAsync("Thêm, bỏ tệp");
        await clerk.AttachAsync("Chọn hoặc thả tệp vào đây", Decree30.PathOf("30_2020_ND_CP.pdf"));
        await clerk.PressAsync("Thêm tệp");
        await clerk.GoAsync(letter);
        await clerk.ShowsPageImageAsync();

        await RegisterBatchAsync(clerk, javaScript ? 600 : 700, word);

        await clerk.GoAsync(letter);
        await clerk.PressAsync("Sửa thông tin đã vào sổ");
        await clerk.WriteAsync("Số, ký hiệu", javaScript ? "46/BC-LĐLĐ" : "47/BC-LĐLĐ");
        await clerk.PressAsync("Lưu đính chính");
        await clerk.SeesAsync("Lý do");
        await clerk.WriteAsync("Lý do sửa", "Gõ nhầm số.");
        await clerk.IsAccessibleAsync();
        await clerk.PressAsync("Lưu đính chính");
        await clerk.SeesAsync("Gõ nhầm số.");
        await clerk.SeesAsync(javaScript ? "46/BC-LĐLĐ" : "47/BC-LĐLĐ");
        Assert.Equal(letter, clerk.Path);
        clerk.WasQuiet();
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_board_is_given_work_passes_it_on_is_reminded_and_closes_it(bool javaScript)
    {
        var subject = $"Báo cáo kết quả chăm lo đoàn viên, {(javaScript ? "kỳ một" : "kỳ hai")}";
        await using var clerk = await At("vanthu", ScreenSize.Office, javaScript);
        await using var leader = await At("lanhdao", ScreenSize.Phone, javaScript);
        await using var head = await At("truongban", ScreenSize.Office, javaScript);
        await using var specialist = await At("chuyenvien", ScreenSize.Office, javaScript);
        var document = await RegisterPostedAsync(clerk, subject);

        await leader.FindAsync(subject);
        await leader.PressAsync("Cho ý kiến chỉ đạo");
        await leader.WriteAsync("Ý kiến viết thêm", "Giao Ban tham mưu.");
        await GiveAsync(leader, federation.Program.UnitOf("truongban"));
        await leader.PressAsync("Chuyển ý kiến chỉ đạo");
        await leader.SeesAsync("Phân công");

        await head.TakeUpAsync(subject);
        await head.PressAsync("Giao tiếp");
        await head.WriteAsync("Yêu cầu", "Tổng hợp số liệu.");
        await GiveAsync(head, federation.Program.NameOf("chuyenvien"));
        await head.IsAccessibleAsync();
        await head.PressAsync("Giao tiếp");
        await head.SeesAsync("Đã giao tiếp phần việc");

        await clerk.GoAsync(document);
        await clerk.PressAsync("Nhắc người đang giữ việc");
        await clerk.SeesAsync("Đã nhắc 2 phần việc");
        await specialist.GoAsync("/thong-bao");
        await specialist.SeesAsync("Nhắc: chủ trì văn bản đến số");

        await specialist.TakeUpAsync(subject);
        await specialist.WriteAsync("Kết quả", "Đã tổng hợp.");
        await specialist.PressAsync("Báo xong phần việc");
        await specialist.SeesAsync("Đã tổng hợp.");
        await head.TakeUpAsync(subject);
        await head.WriteAsync("Kết quả", "Đã báo cáo Ban Thường vụ.");
        await head.PressAsync("Hoàn thành văn bản");
        await clerk.GoAsync(document);
        await clerk.SeesAsync("Hoàn thành");
        Assert.All([clerk, leader, head, specialist], screen => screen.WasQuiet());
    }

    private Task<Screen> At(string userName, ScreenSize size, bool javaScript) =>
        chromium.SignInAsync(federation.Program, userName, size, javaScript);

    /// <summary>A letter by post, of which there is no file: what stands on it is typed.</summary>
    private static async Task<string> RegisterPostedAsync(Screen clerk, string subject)
    {
        await clerk.GoAsync("/van-ban/den/tiep-nhan");
        await clerk.PressAsync("Ghi văn bản giấy");
        await clerk.IsAccessibleAsync();
        var document = clerk.Path[..^"/vao-so".Length];
        await clerk.WriteAsync("Cơ quan ban hành", "Công đoàn ngành Y tế");
        await clerk.WriteAsync("Trích yếu nội dung", subject);
        await clerk.PressAsync(await clerk.HasAsync("Chỉ vào sổ") ? "Chỉ vào sổ" : "Vào sổ");
        await clerk.SeesAsync("Số đến");
        Assert.Equal(document, clerk.Path);
        return document;
    }

    /// <summary>Three scanned letters at once: read, looked at together, and registered with one press.</summary>
    private static async Task RegisterBatchAsync(Screen clerk, int first, string word)
    {
        using var folder = new Letters(first, word);
        await clerk.GoAsync("/van-ban/den/tiep-nhan");
        await clerk.HandInAsync("Chọn hoặc thả tệp vào đây", "Nhận và đọc tệp", folder.Files);
        await clerk.GoAsync("/van-ban/den/vao-so-nhieu");
        for (var tries = 0; tries < 60 && await ReadyAsync(clerk, word) < 3; tries++)
        {
            await Task.Delay(500);
            await clerk.Page.ReloadAsync();
        }
        Assert.True(await ReadyAsync(clerk, word) == 3, await clerk.Page.Locator("main").InnerTextAsync());
        await clerk.IsAccessibleAsync();
        await clerk.PressAsync("Vào sổ các văn bản đã đánh dấu");
        await clerk.SeesAsync("Đã vào sổ");
        await clerk.GoAsync("/van-ban/den?trang-thai=cho-chi-dao");
        foreach (var name in folder.Subjects)
            await clerk.SeesAsync(name);
    }

    private static Task<int> ReadyAsync(Screen clerk, string word) =>
        clerk.Page.Locator("tr", new() { HasText = word }).Locator("input[type=checkbox]:checked").CountAsync();

    private static async Task GiveAsync(Screen person, string handler)
    {
        var choice = person.Page.GetByLabel($"{handler}: chủ trì").First;
        if (!await choice.IsVisibleAsync())
            await choice.EvaluateAsync("choice => choice.closest('details').open = true");
        await person.TickAsync(choice);
    }

    /// <summary>Letters as PDF in a folder of their own.</summary>
    private sealed class Letters : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doanket-letters-");

        public Letters(int first, string word)
        {
            Subjects = [.. new[] { "bóng đá", "kéo co", "cầu lông" }.Select(game => $"Tổ chức hội thao {game} công nhân lần {word}")];
            Files =
            [
                .. Subjects.Select(
                    (subject, index) =>
                    {
                        var path = Path.Combine(_folder.FullName, $"cong-van-{index}.pdf");
                        using var file = File.Create(path);
                        Write(first + index, subject, file);
                        return path;
                    }
                ),
            ];
        }

        public IReadOnlyList<string> Subjects { get; }

        public IReadOnlyList<string> Files { get; }

        public void Dispose() => _folder.Delete(recursive: true);

        private static void Write(int number, string subject, Stream file) =>
            new LetterPaper
            {
                Superior = "Liên đoàn Lao động tỉnh Thử nghiệm",
                Issuer = "Công đoàn ngành Y tế",
                Number = $"Số: {number}/KH-CĐN",
                PlaceAndDay = "Thử nghiệm, ngày 05 tháng 3 năm 2026",
                Kind = "Kế hoạch",
                Subject = subject,
                Paragraphs = ["Thực hiện chương trình công tác năm, Ban Chấp hành xây dựng kế hoạch với các nội dung sau."],
                SignerPosition = ["TM. Ban Chấp hành", "Chủ tịch"],
                SignerName = "Người Ký Một",
                Recipients = ["Như trên;", "Lưu: VT."],
            }.Write(file);
    }
}
