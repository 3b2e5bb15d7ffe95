using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using DoanKet.DocumentReading;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.PaperForms;
using DoanKet.Testing;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

/// <summary>Word templates of a unit, filled for a draft.</summary>
public sealed class TemplateTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string Page = "/van-ban/mau",
        Form = "form[data-primary]";

    [Fact]
    public async Task The_clerk_keeps_a_template_and_a_drafter_gets_it_filled()
    {
        using var clerk = app.Visit(Clerk);
        var page = await SaveAsync(clerk, Template("Trích yếu: {{trích yếu}}; ký: {{người ký}}; {{mã bưu điện}}"), "Mẫu kế hoạch");
        Assert.Contains("Đã lưu mẫu “Mẫu kế hoạch”", page.QuerySelector(".dk-flash")!.TextContent);
        Assert.Contains("không biết điền gì vào: mã bưu điện", page.Body!.TextContent);

        using var specialist = app.Visit(Specialist);
        var draft = await DraftAsync(specialist);
        page = await specialist.OpenAsync(draft);
        var link = page.QuerySelectorAll("a").Single(a => a.TextContent.Trim() == "Mẫu kế hoạch").GetAttribute("href")!;
        var text = Read(await specialist.Client.GetByteArrayAsync(link));
        Assert.Contains("Trích yếu: Tổ chức Tháng Công nhân; ký: Người Thử lanhdao", text);
        text = Read(await specialist.Client.GetByteArrayAsync(draft + "/mau-chung.docx"));
        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", text);
        Assert.Contains("……/KH-LĐLĐ", text);

        // A unit below uses it, too; a stranger to the draft does not get the draft by its id.
        using var below = app.Visit(DistrictClerk);
        Assert.Contains("Mẫu kế hoạch", (await below.OpenAsync(Page)).Body!.TextContent);
        Assert.Null((await below.OpenAsync(Page)).QuerySelector("form[action*=Delete]"));
        await below.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, below.Status);

        page = await SaveAsync(clerk, Template("bản khác"), "Mẫu kế hoạch");
        Assert.Single(page.QuerySelectorAll("main tbody tr"));
        page = await clerk.SubmitAsync(page, "form[action*=Delete]");
        Assert.Empty(page.QuerySelectorAll("main tbody tr"));
    }

    [Fact]
    public async Task A_file_that_is_no_Word_file_and_a_person_who_is_no_clerk_are_refused()
    {
        using var clerk = app.Visit(Clerk);
        var page = await SaveAsync(clerk, Encoding.UTF8.GetBytes("chữ thường"), "Hỏng");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains("phải là tệp Word", page.QuerySelector(".dk-errors")!.TextContent);
        Assert.Equal("Hỏng", ((IHtmlInputElement)page.QuerySelector("[name='Input.Name']")!).Value);

        using var specialist = app.Visit(Specialist);
        Assert.Null((await specialist.OpenAsync(Page)).QuerySelector(Form));
        using var viewer = app.Visit(Viewer);
        await viewer.GetAsync(Page);
        Assert.Equal(HttpStatusCode.Forbidden, viewer.Status);
    }

    private static async Task<IHtmlDocument> SaveAsync(Visitor clerk, byte[] file, string name) =>
        await clerk.UploadAsync(await clerk.OpenAsync(Page), Form, [("Input.File", "mau.docx", file)], ("Input.Name", name));

    private static async Task<string> DraftAsync(Visitor specialist)
    {
        await specialist.SubmitAsync(
            await specialist.OpenAsync("/van-ban/di/soan"),
            Form,
            ("Input.KindCode", "KH"),
            ("Input.Subject", "Tổ chức Tháng Công nhân")
        );
        return specialist.Address;
    }

    /// <summary>Any letter whose text holds the places.</summary>
    private static byte[] Template(string paragraph) =>
        WordLetter.Write(
            new()
            {
                Issuer = "Cơ quan",
                Number = "Số:",
                PlaceAndDay = "",
                Kind = "Kế hoạch",
                Subject = "",
                Paragraphs = [paragraph],
            }
        );

    private static string Read(byte[] file)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, file);
        var text = DocumentReader.Read(path, ReadingLimits.Default).Text;
        File.Delete(path);
        return text;
    }
}
