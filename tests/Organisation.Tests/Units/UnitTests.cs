using System.Net;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Organisation.Units;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Organisation.Tests.Units;

public sealed class UnitsOnSqlite(OfficeOnSqlite app) : UnitTests(app), IClassFixture<OfficeOnSqlite>;

public sealed class UnitsOnPostgreSql(OfficeOnPostgreSql app) : UnitTests(app), IClassFixture<OfficeOnPostgreSql>;

public abstract class UnitTests(OfficeApp app)
{
    private const string Card = "form.dk-card[data-primary]";

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> CreateAsync(
        Visitor admin,
        Unit parent,
        string kind,
        string code,
        string name,
        string from = "10/03/2026"
    ) =>
        await admin.SubmitAsync(
            await admin.OpenAsync($"/don-vi/them?trong={parent.Id}"),
            Card,
            ("Input.KindCode", kind),
            ("Input.Code", code),
            ("Input.Name", name),
            ("Input.Symbol", "CĐCS"),
            ("Input.ValidFrom", from)
        );

    private Task<Unit?> FindAsync(string code) => app.InDbAsync(db => db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Code == code));

    private async Task<string> TextAsync(Visitor visitor, string address) =>
        (await visitor.OpenAsync(address)).QuerySelector("main")!.TextContent;

    /// <summary>A new unit with a page of its own.</summary>
    private async Task<Unit> NewAsync(string code, string name)
    {
        using var admin = app.Visit(Admin);
        await CreateAsync(admin, app.Given.OtherDistrict, "grassroots", code, name, "01/01/2020");
        return (await FindAsync(code))!;
    }

    [Fact]
    public async Task A_new_unit_is_found_without_tone_marks_and_by_code_and_its_code_is_taken()
    {
        using var admin = app.Visit(Admin);
        await CreateAsync(admin, app.Given.District, "grassroots", "MOI-1", "CĐCS Xí nghiệp Đường sắt");
        var unit = (await FindAsync("MOI-1"))!;
        Assert.Equal((HttpStatusCode.OK, $"/don-vi/{unit.Id}"), (admin.Status, admin.Address));
        Assert.True(UnitPath.IsWithin(unit.Path, app.Given.District.Path));
        using var viewer = app.Visit(Viewer);
        foreach (var words in (string[])["duong sat", "ĐƯỜNG SẮT xí nghiệp", "moi-1"])
        {
            Assert.Contains("CĐCS Xí nghiệp Đường sắt", await TextAsync(viewer, "/don-vi?q=" + Uri.EscapeDataString(words)));
            Assert.Contains(
                "CĐCS Xí nghiệp Đường sắt",
                (await viewer.OpenAsync("/don-vi/chon?field=U&q=" + Uri.EscapeDataString(words))).Body!.TextContent
            );
        }
        var page = await CreateAsync(admin, app.Given.District, "grassroots", "MOI-1", "Trùng mã");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.Contains("Mã này đã thuộc đơn vị khác", page.Body!.TextContent);
        Assert.Equal("Trùng mã", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Which_kind_may_stand_under_which_is_data_with_dates()
    {
        using var admin = app.Visit(Admin);
        var form = await admin.OpenAsync($"/don-vi/them?trong={app.Given.GrassrootsUnits[9].Id}");
        Assert.Equal(
            ["section", "group"],
            form.QuerySelectorAll("#Input_KindCode option").Select(o => o.GetAttribute("value")).Where(v => v!.Length > 0)
        );
        var page = await CreateAsync(admin, app.Given.GrassrootsUnits[9], "district", "SAI-1", "Huyện dưới cơ sở");
        Assert.Contains("chỉ có thể là: Công đoàn bộ phận, Tổ công đoàn", page.Body!.TextContent);
        // Luật 50/2024/QH15: unions of communes exist from 1 July 2025 on.
        await CreateAsync(admin, app.Given.Federation, "commune", "XA-1", "Công đoàn xã Sớm", "30/06/2025");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        await CreateAsync(admin, app.Given.Federation, "commune", "XA-2", "Công đoàn xã Đúng ngày", "01/07/2025");
        Assert.Equal(HttpStatusCode.OK, admin.Status);

        await app.InDbAsync(db =>
            db.Set<UnitKindRule>()
                .Where(r => r.ParentKind == "federation" && r.ChildKind == "zone")
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.ValidTo, new DateOnly(2026, 3, 1)))
        );
        await CreateAsync(admin, app.Given.Federation, "zone", "KCN-1", "Khu sau hạn");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.Null(await FindAsync("SAI-1") ?? await FindAsync("XA-1") ?? await FindAsync("KCN-1"));
    }

    [Fact]
    public async Task An_empty_form_names_everything_and_a_date_that_is_none_is_not_taken_for_today()
    {
        using var admin = app.Visit(Admin);
        var page = await CreateAsync(admin, app.Given.District, "grassroots", "", "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        foreach (var words in (string[])["Hãy nhập tên đơn vị", "Hãy nhập mã đơn vị"])
            Assert.Contains(words, page.Body!.TextContent);
        await CreateAsync(admin, app.Given.District, "grassroots", "NGAY-1", "Ngày sai", "31/02/2026");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.Null(await FindAsync("NGAY-1"));
    }

    [Fact]
    public async Task A_renamed_unit_is_found_by_its_new_name_and_keeps_the_old_one_with_its_last_day()
    {
        var unit = await NewAsync("TEN-1", "CĐCS Nhà máy Cũ kỹ");
        using var admin = app.Visit(Admin);
        var form = await admin.OpenAsync($"/don-vi/{unit.Id}/doi-ten");
        await admin.SubmitAsync(
            form,
            Card,
            ("Input.Name", "CĐCS Nhà máy Tân tiến"),
            ("Input.Decision", "12/QĐ-LĐLĐ"),
            ("Input.From", "35/13/2026")
        );
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "CĐCS Nhà máy Cũ kỹ"), (admin.Status, (await FindAsync("TEN-1"))!.Name));
        await admin.SubmitAsync(
            form,
            Card,
            ("Input.Name", "CĐCS Nhà máy Tân tiến"),
            ("Input.Decision", "12/QĐ-LĐLĐ"),
            ("Input.From", "01/03/2026")
        );
        var text = await TextAsync(admin, $"/don-vi/{unit.Id}");
        foreach (var words in (string[])["CĐCS Nhà máy Tân tiến", "CĐCS Nhà máy Cũ kỹ", "28/02/2026", "12/QĐ-LĐLĐ"])
            Assert.Contains(words, text);
        Assert.Contains("CĐCS Nhà máy Tân tiến", await TextAsync(admin, "/don-vi?q=tan+tien&ngay=01/03/2026"));
        Assert.Contains("CĐCS Nhà máy Cũ kỹ", await TextAsync(admin, "/don-vi?q=tan+tien&ngay=28/02/2026"));
    }

    [Fact]
    public async Task A_unit_with_units_below_is_not_closed()
    {
        using var admin = app.Visit(Admin);
        var page = await admin.SubmitAsync(
            await admin.OpenAsync($"/don-vi/{app.Given.District.Id}/dong"),
            Card,
            ("Input.LastDay", "09/03/2026"),
            ("Input.Decision", "1/QĐ")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.Matches(@"Còn \d+ đơn vị đang hoạt động ở dưới", page.Body!.TextContent);
        Assert.Null((await FindAsync("H01"))!.ValidTo);
    }

    [Fact]
    public async Task A_closed_unit_lives_to_its_last_day_names_its_successor_and_is_offered_no_more()
    {
        var unit = await NewAsync("DONG-1", "CĐCS Trạm Y tế Giải thể");
        using var admin = app.Visit(Admin);
        var address = $"/don-vi/{unit.Id}/dong";
        foreach (
            var (day, successor) in new[]
            {
                ("32/01/2026", "CS006"),
                ("31/12/2019", "CS006"),
                ("09/03/2026", "KHONGCO"),
                ("09/03/2026", "DONG-1"),
                ("", ""),
            }
        )
        {
            await admin.SubmitAsync(
                await admin.OpenAsync(address),
                Card,
                ("Input.LastDay", day),
                ("Input.Decision", "7/QĐ-LĐLĐ"),
                ("Input.SuccessorCode", successor)
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        }
        await admin.SubmitAsync(
            await admin.OpenAsync(address),
            Card,
            ("Input.LastDay", "09/03/2026"),
            ("Input.Decision", "7/QĐ-LĐLĐ"),
            ("Input.SuccessorCode", "CS006")
        );
        Assert.Equal($"/don-vi/{unit.Id}", admin.Address);
        var text = await TextAsync(admin, $"/don-vi/{unit.Id}");
        Assert.Contains("Đã đóng từ hết ngày 09/03/2026", text);
        Assert.Contains("CĐCS Trường Tiểu học số 6", text);
        Assert.Contains("DONG-1", await TextAsync(admin, "/don-vi?q=giai+the&ngay=09/03/2026"));
        Assert.DoesNotContain("DONG-1", await TextAsync(admin, "/don-vi?q=giai+the&ngay=10/03/2026"));
        Assert.DoesNotContain("DONG-1", (await admin.OpenAsync("/don-vi/chon?field=U&q=giai+the")).Body!.TextContent);
        var again = await admin.SubmitAsync(
            await admin.OpenAsync(address),
            Card,
            ("Input.LastDay", "10/03/2026"),
            ("Input.Decision", "8/QĐ")
        );
        Assert.Contains("đã đóng rồi", again.Body!.TextContent);
    }

    [Fact]
    public async Task A_unit_moves_with_all_below_it_and_its_old_place_stays_in_its_history()
    {
        var unit = await NewAsync("CHUYEN-1", "CĐCS Nhà máy Gốm");
        using var admin = app.Visit(Admin);
        await CreateAsync(admin, unit, "section", "CHUYEN-1A", "Công đoàn phân xưởng Lò", "01/01/2021");
        var address = $"/don-vi/{unit.Id}/chuyen";
        foreach (
            var (parent, day, words) in new[]
            {
                ("KHONGCO", "", "Không có đơn vị đang hoạt động nào"),
                ("H02", "", "đang ở dưới đơn vị này rồi"),
                ("CS001", "", "chỉ có thể là"),
                ("CHUYEN-1A", "", "xuống dưới chính nó"),
                ("H01", "01/01/2030", "chưa tới"),
                ("H01", "01/01/2020", "sau ngày thành lập"),
                ("H01", "32/01/2026", "không phải là ngày"),
            }
        )
        {
            var page = await MoveAsync(admin, address, parent, day);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
            Assert.Contains(words, page.Body!.TextContent, StringComparison.Ordinal);
        }
        await MoveAsync(admin, address, "H01", "");
        Assert.Equal($"/don-vi/{unit.Id}", admin.Address);
        foreach (var code in (string[])["CHUYEN-1", "CHUYEN-1A"])
            Assert.True(UnitPath.IsWithin((await FindAsync(code))!.Path, app.Given.District.Path), code);
        Assert.Equal(3, UnitPath.Depth((await FindAsync("CHUYEN-1"))!.Path));
        Assert.Equal(app.Given.District.Id, (await FindAsync("CHUYEN-1"))!.ParentId);
        var text = await TextAsync(admin, $"/don-vi/{unit.Id}");
        foreach (var words in (string[])[app.Given.District.Name, app.Given.OtherDistrict.Name, "15/QĐ-LĐLĐ"])
            Assert.Contains(words, text, StringComparison.Ordinal);
        // A new unit below it stands at the new place too.
        await CreateAsync(admin, unit, "section", "CHUYEN-1B", "Công đoàn phân xưởng Men", "01/01/2022");
        Assert.True(UnitPath.IsWithin((await FindAsync("CHUYEN-1B"))!.Path, app.Given.District.Path));
    }

    [Fact]
    public async Task An_administrator_moves_nothing_out_of_or_into_what_the_post_does_not_reach()
    {
        var unit = await NewAsync("CHUYEN-2", "CĐCS Nhà máy Gạch");
        using var near = app.Visit(await app.AccountAsync("quantri.huyen2", Roles.Admin, app.Given.OtherDistrict));
        await MoveAsync(near, $"/don-vi/{unit.Id}/chuyen", "H01", "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, near.Status);
        using var far = app.Visit(await app.AccountAsync("quantri.huyen1", Roles.Admin, app.Given.District));
        await far.GetAsync($"/don-vi/{unit.Id}/chuyen");
        Assert.Equal(HttpStatusCode.NotFound, far.Status);
        Assert.Equal(app.Given.OtherDistrict.Id, (await FindAsync("CHUYEN-2"))!.ParentId);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> MoveAsync(Visitor visitor, string address, string parent, string day) =>
        await visitor.SubmitAsync(
            await visitor.OpenAsync(address),
            Card,
            ("Input.ParentCode", parent),
            ("Input.From", day),
            ("Input.Decision", "15/QĐ-LĐLĐ")
        );

    [Fact]
    public async Task When_the_last_day_is_over_posts_end_by_themselves_and_later_ones_never_begin()
    {
        var unit = await NewAsync("DONG-2", "CĐCS Xưởng Sắp đóng");
        var today = app.Clock.Today();
        await app.InDbAsync(db =>
        {
            foreach (var (title, from) in new[] { ("Chủ tịch", today.AddDays(-30)), ("Ủy viên", today.AddDays(60)) })
                db.Add(
                    new Post
                    {
                        Id = Ids.New(),
                        AccountId = app.Given.AccountId(Grassroots),
                        UnitId = unit.Id,
                        RoleCode = Roles.Grassroots,
                        Title = title,
                        ValidFrom = from,
                    }
                );
            return db.SaveChangesAsync();
        });
        using var admin = app.Visit(Admin);
        await admin.SubmitAsync(
            await admin.OpenAsync($"/don-vi/{unit.Id}/dong"),
            Card,
            ("Input.LastDay", today.AddDays(2).Show()),
            ("Input.Decision", "9/QĐ-LĐLĐ")
        );
        Assert.Equal($"/don-vi/{unit.Id}", admin.Address);
        await NightAsync();
        Assert.Null((await FindAsync("DONG-2"))!.ClosedOutAt);
        Assert.Equal(2, await app.InDbAsync(db => db.Posts.CountAsync(p => p.UnitId == unit.Id && p.ValidTo == null)));

        app.Clock.Advance(TimeSpan.FromDays(3));
        await NightAsync();
        Assert.NotNull((await FindAsync("DONG-2"))!.ClosedOutAt);
        var post = await app.InDbAsync(db => db.Posts.AsNoTracking().SingleAsync(p => p.UnitId == unit.Id));
        Assert.Equal(("Chủ tịch", today.AddDays(2)), (post.Title, post.ValidTo));
    }

    private Task<bool> NightAsync() =>
        app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<CloseOutJob>().RunAsync("", default);
            return true;
        });

    [Fact]
    public async Task Two_who_edit_the_same_unit_do_not_overwrite_each_other()
    {
        var unit = await NewAsync("SUA-1", "CĐCS Hai người sửa");
        using var one = app.Visit(Admin);
        using var other = app.Visit(Admin);
        var (mine, theirs) = (await one.OpenAsync($"/don-vi/{unit.Id}/sua"), await other.OpenAsync($"/don-vi/{unit.Id}/sua"));
        await one.SubmitAsync(mine, Card, ("Input.Phone", "0238 111"));
        var page = await other.SubmitAsync(theirs, Card, ("Input.Phone", "0238 222"));
        Assert.Contains("Người khác vừa sửa đơn vị này", page.Body!.TextContent);
        Assert.Equal("0238 111", (await FindAsync("SUA-1"))!.Phone);
    }

    [Fact]
    public async Task The_kind_of_an_employer_comes_from_the_catalogue()
    {
        var unit = await NewAsync("LOAI-1", "CĐCS Có loại hình");
        using var admin = app.Visit(Admin);
        var form = await admin.OpenAsync($"/don-vi/{unit.Id}/sua");
        await admin.SubmitAsync(form, Card, ("Input.EmployerKindCode", "KHÔNG-CÓ"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        var page = await admin.SubmitAsync(form, Card, ("Input.EmployerKindCode", "FDI"));
        Assert.Contains("Doanh nghiệp có vốn đầu tư nước ngoài", page.Body!.TextContent);
        Assert.Equal("FDI", (await FindAsync("LOAI-1"))!.EmployerKindCode);
    }

    [Fact]
    public async Task Whoever_may_not_edit_units_sees_them_and_changes_nothing()
    {
        using var clerk = app.Visit(Clerk);
        var page = await clerk.OpenAsync($"/don-vi/{app.Given.GrassrootsUnits[0].Id}");
        Assert.Null(page.QuerySelector("main a[href$='/dong']"));
        foreach (var act in (string[])["sua", "doi-ten", "dong"])
        {
            await clerk.GetAsync($"/don-vi/{app.Given.GrassrootsUnits[0].Id}/{act}");
            Assert.Equal(HttpStatusCode.Forbidden, clerk.Status);
        }
    }
}
