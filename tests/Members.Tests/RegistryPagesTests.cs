using System.Net;
using AngleSharp.Html.Dom;
using DoanKet.Kernel.Audit;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Shared;
using DoanKet.Spreadsheets;
using DoanKet.Testing;
using DoanKet.Ui.Parts;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class RegistryPagesTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string Form = "form[data-primary]";

    [Fact]
    public async Task A_member_is_added_found_without_tone_marks_shown_masked_and_edited()
    {
        using var officer = app.Visit(Grassroots);
        var form = await officer.OpenAsync("/doan-vien/them");
        var wrong = await officer.SubmitAsync(
            form,
            Form,
            ("Input.FullName", "Nguyễn"),
            ("Input.Born", "31/02/1985"),
            ("Input.Phone", "12")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);
        Assert.True(wrong.QuerySelectorAll(".dk-errors li").Length >= 4);

        var page = await officer.SubmitAsync(
            form,
            Form,
            ("Input.FullName", "ĐẶNG THỊ THÙY"),
            ("Input.Sex", "Female"),
            ("Input.Born", "5/3/1985"),
            ("Input.NationalId", "040185000777"),
            ("Input.Phone", "+84 987 654 321"),
            ("Input.MemberNumber", "123456789012"),
            ("Input.Ethnicity", "Thái")
        );
        var address = officer.Address;
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Đặng Thị Thùy", text, StringComparison.Ordinal);
        Assert.Contains("040•••••••77", text, StringComparison.Ordinal);
        Assert.DoesNotContain("040185000777", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("Chờ duyệt", text, StringComparison.Ordinal);

        foreach (
            var typed in (string[])["dang thi thuy", "thi thuy", "thuy", "dang", "dang thuy", "040185000777", "0987654321", "123456789012"]
        )
        {
            var list = await officer.OpenAsync("/doan-vien?tu-khoa=" + Uri.EscapeDataString(typed));
            Assert.Contains("Đặng Thị Thùy", list.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        }

        page = await officer.SubmitAsync(await officer.OpenAsync(address), "form[action*='handler=Number']");
        Assert.Contains("040185000777", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(await app.InDbAsync(db => db.Set<AuditEntry>().AnyAsync(e => e.Action == "members.national-id.shown")));

        page = await officer.SubmitAsync(
            await officer.OpenAsync(address + "/sua"),
            Form,
            ("Input.Position", "Giáo viên"),
            ("Input.Department", "Tổ Toán")
        );
        Assert.Contains("Giáo viên", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var member = await app.InDbAsync(db => db.Set<Member>().SingleAsync(m => m.FullName == "Đặng Thị Thùy"));
        Assert.NotNull(member.NationalIdKey);
        Assert.Equal("0987654321", member.Phone);

        // Approved, she has a history: also of the section within the union.
        using var above = app.Visit(Organiser);
        await above.SubmitAsync(await above.OpenAsync(address + "/bien-dong"), Form);
        await officer.SubmitAsync(await officer.OpenAsync(address + "/sua"), Form, ("Input.Department", "Tổ Văn"));
        var history = (await officer.OpenAsync(address + "/bien-dong")).QuerySelector("main")!.TextContent;
        Assert.Contains(
            "Chuyển bộ phận, tổ từ 10/03/2026",
            string.Join(' ', history.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
        Assert.Contains("(Tổ Toán → Tổ Văn)", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_two_people_write_is_not_overwritten_and_others_see_nothing()
    {
        using var officer = app.Visit(Grassroots);
        await officer.SubmitAsync(
            await officer.OpenAsync("/doan-vien/them"),
            Form,
            ("Input.FullName", "Hồ Văn Hai"),
            ("Input.Sex", "Male"),
            ("Input.Born", "1970")
        );
        var address = officer.Address;
        using var colleague = app.Visit(Organiser);
        var old = await colleague.OpenAsync(address + "/sua");
        await officer.SubmitAsync(await officer.OpenAsync(address + "/sua"), Form, ("Input.Position", "Bảo vệ"));
        using var posted = await officer.Client.PostAsync(address, null);
        Assert.True(posted.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed, posted.StatusCode.ToString());
        var page = await colleague.SubmitAsync(old, Form, ("Input.Position", "Thủ kho"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, colleague.Status);
        Assert.Contains("Người khác vừa sửa", page.QuerySelector(".dk-errors")!.TextContent, StringComparison.Ordinal);

        using var leader = app.Visit(DistrictLeader);
        page = await leader.OpenAsync(address);
        Assert.Null(page.QuerySelector("a[href$='/sua']"));
        Assert.DoesNotContain("Dân tộc", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await leader.GetAsync(address + "/sua");
        Assert.Equal(HttpStatusCode.Forbidden, leader.Status);
        using var stranger = app.Visit(Clerk);
        await stranger.GetAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
    }

    [Fact]
    public async Task A_number_against_sex_and_year_is_asked_about_and_can_be_confirmed()
    {
        using var officer = app.Visit(Organiser);
        (string, string)[] typed =
        [
            ("Input.UnitCode", "CS003"),
            ("Input.FullName", "Lê Văn Sửa"),
            ("Input.Sex", "Male"),
            ("Input.Born", "01/01/1986"),
            ("Input.NationalId", "040185000888"),
        ];
        var page = await officer.SubmitAsync(await officer.OpenAsync("/doan-vien/them"), Form, typed);
        Assert.Contains("Theo số CCCD", page.QuerySelector(".dk-errors")!.TextContent, StringComparison.Ordinal);
        page = await officer.SubmitAsync(page, Form, ("Input.Confirmed", "true"));
        Assert.Contains("Đang sinh hoạt", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_looked_through_before_it_is_taken_in()
    {
        using var officer = app.Visit(Grassroots);
        var csv = System.Text.Encoding.UTF8.GetBytes(
            """
            Họ và tên,Ngày sinh,Giới tính
            Mai Văn Một,05/03/1985,Nam
            Mai Văn Hai,31/02/1985,Nam
            "Mai Văn Ba, Mai Văn Bốn",1985,Nam
            """
        );
        var page = await officer.UploadAsync(await officer.OpenAsync("/doan-vien/nhap"), Form, [("Sheet", "danh-sach.csv", csv)]);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("1 người mới", text, StringComparison.Ordinal);
        Assert.Contains("31/02/1985", text, StringComparison.Ordinal);
        Assert.Contains("hai người", text, StringComparison.Ordinal);
        var marked = await DownloadAsync(officer, page, "handler=Marked");
        Assert.Equal("Kết quả kiểm tra", marked[0].Cells[^1]);
        Assert.Contains("CẦN HỎI", marked[2].Cells[^1], StringComparison.Ordinal);
        Assert.Contains("KHÔNG NHẬP", marked[3].Cells[^1], StringComparison.Ordinal);
        page = await officer.SubmitAsync(page, Form, ("Accepted", "3"));
        Assert.Contains("2 người mới", page.QuerySelector(".dk-flash")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mai Văn Hai", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        page = await officer.UploadAsync(await officer.OpenAsync("/doan-vien/nhap"), Form, [("Sheet", "anh.png", [1, 2, 3])]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);
        Assert.NotNull(page.QuerySelector(".dk-errors"));
    }

    [Fact]
    public async Task The_template_is_understood_whole_when_it_comes_back()
    {
        using var officer = app.Visit(Organiser);
        var bytes = await officer.Client.GetByteArrayAsync("/doan-vien/nhap?handler=Template");
        var headings = SheetReader.Read(new MemoryStream(bytes), SheetLimits.Small, default)[0].Cells;
        Assert.All(headings, heading => Assert.NotNull(MemberHeadings.Find(heading)));
        Assert.Equal("Mã CĐCS", headings[0]);
        Assert.Equal(headings.Count, headings.Distinct().Count());
    }

    /// <summary>What the button with the address gives, as a sheet.</summary>
    private static async Task<IReadOnlyList<SheetLine>> DownloadAsync(Visitor visitor, IHtmlDocument page, string address)
    {
        var button = page.QuerySelector($"button[formaction*='{address}']")!;
        var fields = Visitor.Fields((IHtmlFormElement)button.Closest("form")!, button);
        var answer = await visitor.Client.PostAsync(button.GetAttribute("formaction"), new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return SheetReader.Read(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), SheetLimits.Small, default);
    }

    [Fact]
    public async Task What_a_union_enters_is_approved_or_sent_back_and_stands_on_the_board()
    {
        using var officer = app.Visit(Grassroots);
        foreach (var name in (string[])["Cao Thị Đúng", "Cao Thị Sai"])
            await officer.SubmitAsync(
                await officer.OpenAsync("/doan-vien/them"),
                Form,
                ("Input.FullName", name),
                ("Input.Sex", "Female"),
                ("Input.Born", "01/01/1980")
            );
        var wrong = await app.InDbAsync(db => db.Set<Member>().SingleAsync(m => m.FullName == "Cao Thị Sai"));

        using var organiser = app.Visit(Organiser);
        Assert.Contains("Đoàn viên chờ duyệt", (await organiser.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        var page = await organiser.OpenAsync($"/doan-vien/{wrong.Id}/bien-dong");
        page = await organiser.SubmitAsync(page, "form[action*='Return']", ("Reason", "Sai ngày sinh"));
        Assert.Contains("Sai ngày sinh", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sai ngày sinh", (await officer.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        // The one that was sent back is not ticked.
        page = await organiser.OpenAsync($"/doan-vien/duyet?don-vi={app.Given.GrassrootsUnits[0].Id}");
        var right = await app.InDbAsync(db => db.Set<Member>().SingleAsync(m => m.FullName == "Cao Thị Đúng"));
        Assert.True(page.QuerySelector($"#chon-{right.Id}")!.HasAttribute("checked"));
        Assert.False(page.QuerySelector($"#chon-{wrong.Id}")!.HasAttribute("checked"));
        page = await organiser.SubmitAsync(page, Form);
        Assert.Contains("Đã duyệt", page.QuerySelector(".dk-flash")!.TextContent, StringComparison.Ordinal);
        page = await organiser.OpenAsync($"/doan-vien/{right.Id}");
        Assert.Contains("Đang sinh hoạt", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        page = await organiser.SubmitAsync(
            await organiser.OpenAsync($"/doan-vien/{right.Id}/bien-dong"),
            Form,
            ("Input.Kind", "Retired"),
            ("Input.On", "01/03/2026"),
            ("Input.DecisionNumber", "15/QĐ-CĐCS")
        );
        Assert.Contains("Đã thôi", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await app.FiguresProblemsAsync());
        await officer.GetAsync("/doan-vien/duyet");
        Assert.Equal(HttpStatusCode.Forbidden, officer.Status);
    }

    [Fact]
    public async Task The_board_goes_from_the_federation_down_and_says_the_sentence_of_the_report()
    {
        using var organiser = app.Visit(Organiser);
        for (var i = 0; i < 3; i++)
            await organiser.SubmitAsync(
                await organiser.OpenAsync("/doan-vien/them"),
                Form,
                ("Input.UnitCode", "CS008"),
                ("Input.FullName", $"Lô Thị Bảng{(char)('a' + i)}"),
                ("Input.Sex", "Female"),
                ("Input.Born", "1980")
            );
        var other = app.Given.OtherDistrict.Id;
        var page = await organiser.OpenAsync($"/doan-vien/tien-do?don-vi={other}");
        var entered = await app.InDbAsync(db =>
            db.Set<Member>().CountAsync(m => m.Unit.ParentId == other && (m.State == MemberState.Active || m.State == MemberState.Paused))
        );
        page = await organiser.SubmitAsync(page, Form, ("Count", "7"));
        var percent = Figures.Show(Math.Round(entered * 100m / 7, 2));
        Assert.Contains($"{entered}/7 đoàn viên, đạt {percent}%", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        page = await organiser.OpenAsync("/doan-vien/tien-do");
        Assert.NotNull(page.QuerySelector($"a[href$='don-vi={other}']"));
        using var officer = app.Visit(Grassroots);
        await officer.GetAsync($"/doan-vien/tien-do?don-vi={other}");
        Assert.Equal(HttpStatusCode.NotFound, officer.Status);
    }
}
