using System.Net;
using AngleSharp.Html.Dom;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Kernel.Audit;
using DoanKet.Modules.Documents.Handling;
using DoanKet.Spreadsheets;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests;

/// <summary>Every list leaves as the spreadsheet that its own link gives.</summary>
public sealed class ExcelTests(PagesApp app) : IClassFixture<PagesApp>
{
    private static readonly SheetLimits Limits = SheetLimits.Small;

    [Fact]
    public async Task The_work_given_to_a_person_is_taken_out_whole()
    {
        for (var i = 0; i < 52; i++)
            await DirectedAsync($"{i + 1}/KH-VIEC", "Kế hoạch của một việc");
        using var head = app.Visit(Head);
        var lines = await SheetAsync(head, await head.OpenAsync("/van-ban/den/duoc-giao"));
        Assert.StartsWith("Việc được giao đang chờ xử lý, ", lines[0][0]);
        Assert.Equal("Hạn xử lý|Vai trò|Số đến|Số, ký hiệu", string.Join('|', lines[2].Cells.Take(4)));
        Assert.Equal(52, lines.Count(line => line[3].EndsWith("/KH-VIEC", StringComparison.Ordinal)));
        Assert.Equal("13/03/2026", lines[3][0]);
        Assert.Equal("10/03/2026", lines[3][6]);
    }

    [Fact]
    public async Task What_was_found_is_taken_out_whole_with_the_words_above_it()
    {
        for (var i = 0; i < 31; i++)
            await RegisteredAsync($"{i + 1}/TB-TIM", "Thông báo lịch trực hè");
        using var clerk = app.Visit(Clerk);
        var lines = await SheetAsync(clerk, await clerk.OpenAsync("/van-ban/tim?q=lich+truc+he"));
        Assert.Equal("Văn bản tìm theo: lich truc he", lines[0][0]);
        Assert.Equal("Đến, đi|Số, ký hiệu|Ngày văn bản", string.Join('|', lines[2].Cells.Take(3)));
        Assert.Equal(31, lines.Count(line => line[1].EndsWith("/TB-TIM", StringComparison.Ordinal)));
        Assert.Contains("05/03/2026", lines[3][2], StringComparison.Ordinal);

        // Others look for the same words in their own books only.
        using var other = app.Visit(OtherClerk);
        using var sheet = await other.Client.GetAsync("/van-ban/tim?handler=Sheet&q=lich+truc+he");
        Assert.Equal(3, SheetReader.Read(await SeekableAsync(sheet), Limits, CancellationToken.None).Count);
    }

    [Fact]
    public async Task A_book_is_taken_out_with_real_days_and_the_log_tells_it()
    {
        var number = await RegisteredAsync("15/QĐ-SO", "Quyết định của sổ");
        using var clerk = app.Visit(Clerk);
        var lines = await SheetAsync(clerk, await clerk.OpenAsync($"/van-ban/so/den?tu-so={number}"));
        Assert.StartsWith("Sổ đăng ký văn bản đến, năm 2026, ", lines[0][0]);
        Assert.Contains($"từ số {number:00}", lines[0][0], StringComparison.Ordinal);
        Assert.Equal("Ngày đến|Số đến|Tác giả|Số, ký hiệu văn bản", string.Join('|', lines[2].Cells.Take(4)));
        Assert.Equal(
            ["10/03/2026", number.ToString("00"), "Liên đoàn Lao động tỉnh Láng Giềng", "15/QĐ-SO", "05/03/2026"],
            lines[3].Cells.Take(5)
        );
        Assert.True(
            await app.InDbAsync(db =>
                db.Set<AuditEntry>().AnyAsync(e => e.Action == "documents.register.exported" && e.Text.Contains("Tải ra Excel"))
            )
        );
        using var other = app.Visit(Specialist);
        await other.GetAsync("/van-ban/so/den?handler=Sheet");
        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
    }

    private async Task<int> RegisteredAsync(string number, string subject)
    {
        var id = await app.ReceiveAsync();
        return (await app.RegisterAsync(id, Office.Form(number, subject: subject))).Value;
    }

    private async Task DirectedAsync(string number, string subject)
    {
        var id = await app.ReceiveAsync();
        Assert.True((await app.RegisterAsync(id, Office.Form(number, subject: subject))).Ok);
        await app.DirectAsync(
            id,
            new DirectInput
            {
                Phrase = "Giao ban tham mưu.",
                Lead = $"u:{app.Given.Board.Id}",
                Days = 3,
            }
        );
    }

    private static async Task<IReadOnlyList<SheetLine>> SheetAsync(Visitor visitor, IHtmlDocument page)
    {
        using var sheet = await visitor.Client.GetAsync(page.QuerySelector("main a[href*='handler=Sheet']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
        return SheetReader.Read(await SeekableAsync(sheet), Limits, CancellationToken.None);
    }

    private static async Task<MemoryStream> SeekableAsync(HttpResponseMessage answer) => new(await answer.Content.ReadAsByteArrayAsync());
}
