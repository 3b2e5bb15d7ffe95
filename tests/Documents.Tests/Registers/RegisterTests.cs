using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Kernel.Audit;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Handling;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Registers;

public sealed class RegisterPageTests(PagesApp app) : IClassFixture<PagesApp>
{
    private static IReadOnlyList<string> Titles(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".dk-book thead th").Select(c => c.TextContent)];

    private static IReadOnlyList<IReadOnlyList<string>> Lines(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".dk-book tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList())];

    private static async Task<List<IHtmlDocument>> PagesAsync(Visitor visitor, string address)
    {
        List<IHtmlDocument> pages = [];
        // A book opens at its newest lines.
        for (
            var next = address + (address.Contains('?') ? "&" : "?") + "sau=0";
            next is not null;
            next = pages[^1].QuerySelector(".dk-pager a[rel=next]")?.GetAttribute("href")
        )
            pages.Add(await visitor.OpenAsync(next));
        return pages;
    }

    private static async Task<string> TextOfAsync(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, pdf);
        using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-raw", file, "-"]) { RedirectStandardOutput = true })!;
        var text = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        File.Delete(file);
        return text;
    }

    // Nghị định 30/2020/NĐ-CP, phụ lục IV, mục VI, I and VIII.
    [Theory]
    [InlineData(
        "den",
        "Ngày đến|Số đến|Tác giả|Số, ký hiệu văn bản|Ngày tháng văn bản|Tên loại và trích yếu nội dung văn bản|Đơn vị hoặc người "
            + "nhận|Ngày chuyển|Ký nhận|Ghi chú"
    )]
    [InlineData(
        "di",
        "Số, ký hiệu văn bản|Ngày tháng văn bản|Tên loại và trích yếu nội dung văn bản|Người ký|Nơi nhận văn bản|Đơn vị, người nhận bản "
            + "lưu|Số lượng bản|Ngày chuyển|Ký nhận|Ghi chú"
    )]
    [InlineData(
        "theo-doi",
        "Số đến|Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản|Đơn vị hoặc người nhận|Thời hạn giải "
            + "quyết|Tiến độ giải quyết|Số, ký hiệu văn bản trả lời|Ghi chú"
    )]
    public async Task A_book_has_exactly_the_columns_of_the_decree_in_its_order(string book, string columns)
    {
        await app.RegisteredAsync();
        await app.IssuedAsync();
        using var clerk = app.Visit(Clerk);
        Assert.Equal(columns.Split('|'), Titles(await clerk.OpenAsync("/van-ban/so/" + book)));
    }

    [Fact]
    public async Task The_incoming_books_say_who_has_it_since_when_and_how_far_it_is()
    {
        var id = await app.ReceiveAsync();
        var number = (await app.RegisterAsync(id, Office.Form("77/HD-TLĐ", "Tổng Liên đoàn", "Hướng dẫn thu kinh phí"))).Value;
        await app.DirectAsync(
            id,
            new DirectInput
            {
                Phrase = "Giao ban tham mưu.",
                Lead = $"u:{app.Given.Board.Id}",
                Coordinate = [$"p:{app.Given.AccountId(Specialist)}"],
                Days = 3,
            }
        );
        using var clerk = app.Visit(Clerk);
        var line = Lines(await clerk.OpenAsync($"/van-ban/so/den?tu-so={number}"))[0];
        Assert.Equal(
            [
                "10/03/2026",
                number.ToString("00"),
                "Tổng Liên đoàn",
                "77/HD-TLĐ",
                "05/03/2026",
                "Hướng dẫn thu kinh phí",
                "Ban Tuyên giáo – Nữ công; Người Thử chuyenvien (phối hợp)",
                "10/03/2026",
                "",
                "",
            ],
            line
        );
        line = Lines(await clerk.OpenAsync($"/van-ban/so/theo-doi?tu-so={number}"))[0];
        Assert.Equal(
            [
                number.ToString("00"),
                "Văn bản số 77/HD-TLĐ ngày 05/03/2026 của Tổng Liên đoàn",
                "Ban Tuyên giáo – Nữ công; Người Thử chuyenvien (phối hợp)",
                "13/03/2026",
                "Đang giải quyết",
                "",
                "",
            ],
            line
        );
    }

    [Fact]
    public async Task The_outgoing_book_counts_receivers_when_they_are_many_and_names_them_when_they_are_few()
    {
        var many = await app.IssuedAsync();
        var few = await app.SignedAsync("V/v hai huyện");
        await app.ChooseAsync(few, ChoiceSource.Units, units: [app.Given.District.Id, app.Given.OtherDistrict.Id]);
        await app.InDbAsync(db =>
        {
            db.OutsideReceivers.Add(
                new()
                {
                    Id = Kernel.Ids.New(),
                    OutgoingId = few,
                    Ordinal = 1,
                    Name = "Sở Nội vụ",
                }
            );
            return db.SaveChangesAsync();
        });
        Assert.True((await app.IssueAsync(few, 2)).Ok);
        using var clerk = app.Visit(Clerk);
        var page = await clerk.OpenAsync("/van-ban/so/di");
        string Receivers(Guid id) =>
            page.QuerySelector($".dk-book a[href='/van-ban/di/{id}']")!.Closest("tr")!.QuerySelectorAll("td")[4].TextContent.Trim();
        Assert.Equal(
            "10 công đoàn cơ sở; 2 liên đoàn Lao động cấp huyện",
            string.Join("; ", Receivers(many).Split("; ").Order(StringComparer.Ordinal))
        );
        Assert.Equal("Liên đoàn Lao động huyện Thứ Hai; Liên đoàn Lao động huyện Thứ Nhất; Sở Nội vụ", Receivers(few));
    }

    [Fact]
    public async Task The_book_of_the_post_has_a_line_for_what_went_by_post_with_its_envelopes()
    {
        var id = await app.IssuedAsync();
        await app.IssuedAsync();
        (string Name, SendingWay? Way, DateOnly? SentOn)[] outside =
        [
            ("Sở Nội vụ", SendingWay.Post, new(2026, 3, 10)),
            ("Báo Nghệ An", SendingWay.ByHand, new(2026, 3, 10)),
            ("Tỉnh đoàn", SendingWay.Post, new(2026, 3, 10)),
            ("Hội Nông dân", SendingWay.Post, new(2026, 3, 11)),
            ("Sở Tài chính", null, null),
        ];
        await app.InDbAsync(db =>
        {
            db.OutsideReceivers.AddRange(
                outside.Select(
                    (o, i) =>
                        new OutsideReceiver
                        {
                            Id = Kernel.Ids.New(),
                            OutgoingId = id,
                            Ordinal = i,
                            Name = o.Name,
                            Way = o.Way,
                            SentOn = o.SentOn,
                        }
                )
            );
            return db.SaveChangesAsync();
        });
        var number = await app.InDbAsync(db => db.Outgoing.Where(d => d.Id == id).Select(d => d.NumberText).FirstAsync());
        using var clerk = app.Visit(Clerk);
        var page = await clerk.OpenAsync("/van-ban/so/buu-dien?nam=2026");
        // Nghị định 30/2020/NĐ-CP, phụ lục IV.
        Assert.Equal(
            ["Ngày chuyển", "Số, ký hiệu văn bản", "Nơi nhận văn bản", "Số lượng bì", "Ký nhận và dấu bưu điện", "Ghi chú"],
            Titles(page)
        );
        Assert.Equal(["10/03/2026; 11/03/2026", number, "Sở Nội vụ; Tỉnh đoàn; Hội Nông dân", "03", "", ""], Assert.Single(Lines(page)));
        var later = await clerk.OpenAsync("/van-ban/so/buu-dien?nam=2026&tu-ngay=11/03/2026");
        Assert.Equal(["11/03/2026", number, "Hội Nông dân", "01", "", ""], Assert.Single(Lines(later)));
        var paper = await clerk.Client.GetAsync("/van-ban/so/buu-dien.pdf?nam=2026");
        var text = string.Join(' ', (await TextOfAsync(await paper.Content.ReadAsByteArrayAsync())).Split('\n'));
        Assert.Contains("SỔ GỬI VĂN BẢN ĐI BƯU ĐIỆN", text, StringComparison.Ordinal);
        Assert.Contains("Từ ngày 10/03/2026 đến ngày 11/03/2026", text, StringComparison.Ordinal);
        Assert.Contains("Tỉnh đoàn", text, StringComparison.Ordinal);
        // Another unit's book has no line of it.
        using var other = app.Visit(OtherClerk);
        Assert.Empty(Lines(await other.OpenAsync("/van-ban/so/buu-dien?nam=2026")));
    }

    [Fact]
    public async Task What_waits_for_the_book_or_was_sent_back_is_not_in_it()
    {
        var waiting = await app.ReceiveAsync();
        using var clerk = app.Visit(Clerk);
        var returned = await app.ReceiveAsync();
        await clerk.SubmitAsync(
            await clerk.OpenAsync($"/van-ban/den/{returned}/tra-lai"),
            "main .btn-danger",
            ("Reason", "Gửi nhầm nơi nhận.")
        );
        var registered = await app.RegisteredAsync();
        var draft = await app.SignedAsync();
        var links = (await PagesAsync(clerk, "/van-ban/so/den"))
            .SelectMany(p => p.QuerySelectorAll(".dk-book a"))
            .Select(a => a.GetAttribute("href"))
            .ToList();
        Assert.Contains($"/van-ban/den/{registered}", links);
        Assert.DoesNotContain($"/van-ban/den/{waiting}", links);
        Assert.DoesNotContain($"/van-ban/den/{returned}", links);
        Assert.Null((await clerk.OpenAsync("/van-ban/so/di")).QuerySelector($"a[href='/van-ban/di/{draft}']"));
    }

    [Fact]
    public async Task The_pdf_holds_the_same_lines_with_the_cover_of_the_decree_and_its_printing_is_audited()
    {
        for (var i = 0; i < 60; i++)
            await app.RegisteredAsync();
        using var clerk = app.Visit(Clerk);
        var lines = (await PagesAsync(clerk, "/van-ban/so/den?nam=2026&tap=2")).SelectMany(Lines).ToList();
        Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(l => int.Parse(l[1])));
        var newest = await clerk.OpenAsync("/van-ban/so/den?nam=2026&tap=2");
        Assert.Equal(lines.Count, int.Parse(Lines(newest)[^1][1]));
        var before = await clerk.OpenAsync(newest.QuerySelector(".dk-pager a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal(1, int.Parse(Lines(before)[0][1]));
        var print = (await clerk.OpenAsync("/van-ban/so/den?nam=2026&tap=2")).QuerySelector("main .btn-primary")!.GetAttribute("href")!;
        var response = await clerk.Client.GetAsync(print);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        var text = await TextOfAsync(await response.Content.ReadAsByteArrayAsync());
        var flat = string.Join(' ', text.Split((char[])[' ', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH THỬ NGHIỆM SỔ ĐĂNG KÝ VĂN BẢN ĐẾN Năm: 2026 Từ ngày 10/03/2026 đến ngày 10/03/2026 Từ số 01 đến số",
            flat
        );
        Assert.Contains("Quyển số: 02", flat);
        Assert.Contains("(1) (2) (3) (4) (5) (6) (7) (8) (9) (10)", flat);
        Assert.Contains("In từ phần mềm Đoàn Kết, ", flat);
        Assert.Contains("10/03/2026, Người Thử vanthu", flat);
        var words = flat.Replace(" ", "", StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Contains($"{line[0]}{line[1]}", words));
        Assert.All(lines, line => Assert.Contains(line[3].Replace(" ", "", StringComparison.Ordinal), words));
        Assert.True(
            await app.InDbAsync(db =>
                db.Set<AuditEntry>().AnyAsync(e => e.Action == "documents.register.printed" && e.Text.Contains("Sổ đăng ký văn bản đến"))
            )
        );
    }

    [Fact]
    public async Task The_form_leads_to_the_book_and_says_what_is_wrong()
    {
        using var clerk = app.Visit(Clerk);
        var form = await clerk.OpenAsync("/van-ban/so");
        var page = await clerk.SubmitAsync(
            form,
            "main form",
            ("Input.Book", "den"),
            ("Input.Year", "26"),
            ("Input.FirstNumber", "9"),
            ("Input.LastNumber", "3")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains("2026", page.QuerySelector("main")!.TextContent);
        page = await clerk.SubmitAsync(form, "main form", ("Input.Book", "den.DT"), ("Input.Year", "2026"), ("Input.From", "01/03/2026"));
        Assert.StartsWith("/van-ban/so/den?nam=2026&quyen-so=DT", clerk.Address);
        Assert.Contains("Sổ đăng ký đơn, thư", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_unit_reads_its_own_books_only_and_a_specialist_none()
    {
        var id = await app.RegisteredAsync();
        using var stranger = app.Visit(DistrictClerk);
        Assert.Null((await stranger.OpenAsync("/van-ban/so/den")).QuerySelector($"a[href='/van-ban/den/{id}']"));
        using var specialist = app.Visit(Specialist);
        await specialist.GetAsync("/van-ban/so/den");
        Assert.Equal(HttpStatusCode.Forbidden, specialist.Status);
        await specialist.GetAsync("/van-ban/so/den.pdf");
        Assert.Equal(HttpStatusCode.Forbidden, specialist.Status);
    }
}
