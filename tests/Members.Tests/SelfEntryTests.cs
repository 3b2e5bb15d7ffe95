using System.Net;
using DoanKet.Modules.Members.SelfEntry;
using DoanKet.Modules.Members.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class SelfEntryTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string Form = "form[data-primary]",
        Scan = "form[action*='handler=Scan']";

    [Fact]
    public async Task Somebody_scans_the_poster_and_enters_the_union_by_the_officer_and_the_one_above()
    {
        using var officer = app.Visit(Grassroots);
        var address = await OpenLinkAsync(officer);
        var poster = await officer.Client.GetByteArrayAsync($"/doan-vien/ghi-danh/tep/{app.Given.GrassrootsUnits[0].Id}.pdf");
        Assert.Equal("%PDF"u8.ToArray(), poster[..4]);

        using var worker = app.Stranger();
        var page = await worker.SubmitAsync(await worker.OpenAsync(address), Form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, worker.Status);
        Assert.True(page.QuerySelectorAll(".dk-errors li").Length >= 5);
        page = await worker.SubmitAsync(page, Scan, ("Scanned", "https://example.vn"));
        Assert.Contains("không phải mã QR", page.QuerySelector(".dk-errors")!.TextContent, StringComparison.Ordinal);
        page = await worker.SubmitAsync(page, Scan, ("Scanned", "040185002222||LÔ THỊ TỰ|05031985|Nữ|Nghi Phú, Vinh, Nghệ An|25082021"));
        Assert.Equal("Lô Thị Tự", page.QuerySelector("[name='Input.FullName']")!.GetAttribute("value"));
        page = await worker.SubmitAsync(page, Form, ("Input.Phone", "0912 345 001"));
        Assert.Contains("đồng ý", page.QuerySelector(".dk-errors")!.TextContent, StringComparison.Ordinal);
        page = await worker.SubmitAsync(page, Form, ("Input.Agrees", "true"));
        Assert.Contains("Đã gửi", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // Sent twice, one slip; and nothing of it stands in the table as it was typed.
        await SendAsync(worker, address, "Lô Thị Tự", "040185002222");
        var slip = await app.InDbAsync(db => db.Set<EntrySlip>().AsNoTracking().SingleAsync(s => s.FullName == "Lô Thị Tự"));
        Assert.DoesNotContain("0401850022", System.Text.Encoding.Latin1.GetString(slip.SealedForm), StringComparison.Ordinal);

        using var stranger = app.Visit(OtherClerk);
        await stranger.GetAsync($"/doan-vien/ghi-danh/{slip.Id}");
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
        page = await officer.OpenAsync($"/doan-vien/ghi-danh/{slip.Id}");
        Assert.Contains("040•••••••22", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("040185002222", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        page = await officer.SubmitAsync(page, Form, ("Input.Position", "Công nhân"));
        Assert.Contains("Chờ duyệt", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var member = await app.InDbAsync(db => db.Set<Member>().SingleAsync(m => m.FullName == "Lô Thị Tự"));
        Assert.NotNull(member.NationalIdKey);
        var consent = await app.InDbAsync(db => db.Set<MemberConsent>().SingleAsync(c => c.MemberId == member.Id));
        Assert.Equal(ConsentText.Version, consent.TextVersion);
        Assert.False(await app.InDbAsync(db => db.Set<EntrySlip>().AnyAsync(s => s.Id == slip.Id)));
        await officer.GetAsync($"/doan-vien/ghi-danh/{slip.Id}");
        Assert.Equal(HttpStatusCode.NotFound, officer.Status);

        using var organiser = app.Visit(Organiser);
        await organiser.SubmitAsync(await organiser.OpenAsync($"/doan-vien/{member.Id}/bien-dong"), "form[action*='Approve']");
        page = await organiser.OpenAsync($"/doan-vien/{member.Id}");
        Assert.Contains("Đang sinh hoạt", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_is_thrown_away_whole_and_a_closed_poster_leads_nowhere()
    {
        using var organiser = app.Visit(Organiser);
        var address = await OpenLinkAsync(organiser, "?ma-don-vi=CS002");
        using var worker = app.Stranger();
        await SendAsync(worker, address, "Kẻ Văn Đùa", "040085003333");
        var slip = await app.InDbAsync(db => db.Set<EntrySlip>().SingleAsync(s => s.FullName == "Kẻ Văn Đùa"));
        await organiser.SubmitAsync(await organiser.OpenAsync($"/doan-vien/ghi-danh/{slip.Id}"), "form[action*='Decline']");
        Assert.False(await app.InDbAsync(db => db.Set<EntrySlip>().AnyAsync(s => s.Id == slip.Id)));

        var form = await worker.OpenAsync(address);
        await organiser.SubmitAsync(await organiser.OpenAsync("/doan-vien/ghi-danh?ma-don-vi=CS002"), "form[action*='Close']");
        await worker.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, worker.Status);
        await worker.SubmitAsync(form, Form);
        Assert.Equal(HttpStatusCode.NotFound, worker.Status);
        var again = await OpenLinkAsync(organiser, "?ma-don-vi=CS002");
        Assert.NotEqual(address, again);
        await organiser.OpenAsync("/doan-vien/ghi-danh");
    }

    [Fact]
    public async Task A_scanned_card_fills_the_officers_form()
    {
        using var officer = app.Visit(Grassroots);
        var page = await officer.SubmitAsync(
            await officer.OpenAsync("/doan-vien/them"),
            Scan,
            ("Scanned", "040085004444||NGUYỄN VĂN QUÉT|05031985|Nam|Vinh, Nghệ An|25082021")
        );
        page = await officer.SubmitAsync(page, Form);
        Assert.Contains("Nguyễn Văn Quét", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("25/08/2021", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> OpenLinkAsync(Visitor officer, string query = "")
    {
        var page = await officer.OpenAsync("/doan-vien/ghi-danh" + query);
        page = await officer.SubmitAsync(page, "form[action*='handler=Open']");
        return new Uri(page.QuerySelector("main a[href*='/ghi-danh/']")!.GetAttribute("href")!).AbsolutePath;
    }

    private static async Task SendAsync(Visitor worker, string address, string name, string number)
    {
        var page = await worker.SubmitAsync(
            await worker.OpenAsync(address),
            Form,
            ("Input.FullName", name),
            ("Input.Sex", number[3] == '1' ? "Female" : "Male"),
            ("Input.Born", "05/03/1985"),
            ("Input.NationalId", number),
            ("Input.Phone", "0912345002"),
            ("Input.Agrees", "true")
        );
        Assert.Contains("Đã gửi", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
