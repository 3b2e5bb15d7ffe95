using System.Net;
using DoanKet.DocumentReading;
using DoanKet.Kernel.Calendar;
using DoanKet.Testing;
using DoanKet.Testing.Letters;

namespace DoanKet.Documents.Tests.Incoming;

/// <summary>From the file of a real document to the proposals in the register form.</summary>
public sealed class ReadingTests(PagesApp app) : IClassFixture<PagesApp>
{
    private static readonly string Decree = Decree30.PathOf("30_2020_ND_CP.pdf");

    [Fact]
    public async Task Taking_in_the_decree_fills_the_form_and_shows_its_pages()
    {
        using var clerk = app.Visit(GivenFederation.Clerk);
        var page = await clerk.UploadAsync(
            await clerk.OpenAsync("/van-ban/den/tiep-nhan"),
            "form[enctype]",
            [("Files", "nghi-dinh.pdf", await File.ReadAllBytesAsync(Decree))]
        );
        Assert.EndsWith("/vao-so", clerk.Address);
        Assert.Equal("30/2020/NĐ-CP", page.QuerySelector("#Input_NumberText")!.GetAttribute("value"));
        Assert.Equal("05/03/2020", page.QuerySelector("#Input_IssuedOn")!.GetAttribute("value"));
        Assert.Equal("Về công tác văn thư", page.QuerySelector("#Input_Subject")!.TextContent.Trim());
        Assert.Equal("20", page.QuerySelector("#Input_Pages")!.GetAttribute("value"));
        Assert.Equal("Chính phủ", page.QuerySelector("#Input_Issuer")!.GetAttribute("value"));
        if (!PageImages.IsAvailable)
            return;
        var address = clerk.Address[..^"/vao-so".Length] + "/tep/1/trang/";
        using var drawn = await clerk.Client.GetAsync(address + "20?rong=150");
        Assert.Equal("image/jpeg", drawn.Content.Headers.ContentType!.MediaType);
        using var beyond = await clerk.Client.GetAsync(address + "21");
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
    }

    [Fact]
    public async Task All_deadlines_of_a_text_are_offered_working_days_by_the_calendar()
    {
        await app.InDbAsync(db =>
        {
            db.Add(
                new CalendarDay
                {
                    ValidFrom = new(2026, 4, 30),
                    ValidTo = new(2026, 5, 1),
                    Name = "Nghỉ lễ 30/4 và 1/5",
                }
            );
            return db.SaveChangesAsync();
        });
        var letter = new LetterMaker(5).Next() with
        {
            IssuedOn = new(2026, 4, 27),
            Paragraphs =
            [
                "Đề nghị các đơn vị rà soát danh sách.",
                "Gửi danh sách trước ngày 20/5/2026 để tổng hợp.",
                "Báo cáo kết quả trong vòng 5 ngày làm việc kể từ ngày ký văn bản này.",
                "Trân trọng./.",
            ],
        };
        using var clerk = app.Visit(GivenFederation.Clerk);
        var page = await clerk.UploadAsync(
            await clerk.OpenAsync("/van-ban/den/tiep-nhan"),
            "form[enctype]",
            [("Files", "cong-van.docx", LetterDocx.Write(letter, LetterLayout.All[0]))]
        );
        Assert.Equal("20/05/2026", page.QuerySelector("#Input_DueOn")!.GetAttribute("value"));
        Assert.Equal(["20/05/2026", "06/05/2026"], page.QuerySelectorAll("[data-day]").Select(d => d.TextContent));
        Assert.Contains(
            "“trong vòng 5 ngày làm việc kể từ ngày ký”",
            page.QuerySelector(".dk-offers")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_program_reads_a_file_in_a_process_of_its_own()
    {
        var program = new ReaderCommand("dotnet", [Path.Combine(AppContext.BaseDirectory, "doanket.dll"), "read-file"]);
        var result = await IsolatedReader.ReadAsync(Decree, program, TimeSpan.FromMinutes(2), default);
        var read = DocumentReader.Read(Decree, ReadingLimits.Default);
        Assert.Equal(read.Places, result.Places);
        Assert.Equal(read with { Places = result.Places }, result);
    }
}
