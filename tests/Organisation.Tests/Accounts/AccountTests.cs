using System.Net;
using DoanKet.Host;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Organisation.Tests.Accounts;

public sealed class AccountsOnSqlite(OfficeOnSqlite app) : AccountTests(app), IClassFixture<OfficeOnSqlite>;

public sealed class AccountsOnPostgreSql(OfficeOnPostgreSql app) : AccountTests(app), IClassFixture<OfficeOnPostgreSql>;

public abstract class AccountTests(OfficeApp app)
{
    private const string Create = "/tai-khoan/them",
        Card = "form.dk-card[data-primary]",
        Clerkship = "/van-ban/den/tiep-nhan";

    private static (string, string)[] Form(string name, string unit, string role = Roles.Clerk, string userName = "") =>
        [
            ("Input.FullName", name),
            ("Input.UserName", userName),
            ("Input.UnitCode", unit),
            ("Input.RoleCode", role),
            ("Input.Title", "Văn thư"),
        ];

    private async Task<HttpStatusCode> AskAsync(Visitor visitor, string address)
    {
        await visitor.GetAsync(address);
        return visitor.Status;
    }

    [Fact]
    public async Task A_new_account_gets_a_name_from_the_persons_and_a_password_that_is_shown_once()
    {
        using var admin = app.Visit(Admin);
        var page = await admin.SubmitAsync(await admin.OpenAsync(Create), Card, Form("Đặng Thị Ước", "H01"));
        Assert.Equal("uoc.dangthi", page.QuerySelector(".dk-facts strong")!.TextContent);
        var password = page.QuerySelector(".dk-facts code")!.TextContent;
        page = await admin.SubmitAsync(await admin.OpenAsync(Create), Card, Form("Đặng Thị Ước", "H02"));
        Assert.Equal("uoc.dangthi2", page.QuerySelector(".dk-facts strong")!.TextContent);

        using var person = app.Stranger();
        await person.SubmitAsync(
            await person.OpenAsync("/dang-nhap"),
            "main form",
            ("Input.UserName", "uoc.dangthi"),
            ("Input.Password", password)
        );
        Assert.Equal("/doi-mat-khau", person.Address);
        var found = await admin.OpenAsync("/tai-khoan?q=dang+thi+uoc");
        Assert.Equal(2, found.QuerySelectorAll(".dk-table tbody tr").Length);
    }

    [Fact]
    public async Task An_empty_form_names_everything_that_is_missing_and_keeps_what_was_typed()
    {
        using var admin = app.Visit(Admin);
        var page = await admin.SubmitAsync(
            await admin.OpenAsync(Create),
            Card,
            ("Input.FullName", ""),
            ("Input.UserName", Clerk),
            ("Input.UnitCode", "KHONGCO"),
            ("Input.Title", "")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        foreach (
            var words in (string[])
                ["Hãy nhập họ và tên", "Không có đơn vị đang hoạt động nào mang mã này", "Hãy nhập chức vụ", "đã có người dùng"]
        )
            Assert.Contains(words, page.Body!.TextContent);
        Assert.Equal("KHONGCO", page.QuerySelector("#Input_UnitCode")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_post_gives_its_rights_from_its_first_day_to_its_last_and_no_longer()
    {
        var today = app.Clock.Today();
        var id = await app.AccountAsync("theongay", Roles.Viewer, app.Given.OtherDistrict);
        using var admin = app.Visit(Admin);
        using var person = app.Visit(id);
        Task GiveAsync(DateOnly from, DateOnly to) => GiveOneAsync(from.Show(), to.Show());
        async Task GiveOneAsync(string from, string to)
        {
            await admin.SubmitAsync(
                await admin.OpenAsync($"/tai-khoan/{id}"),
                "form[action*=Add]",
                ("Input.UnitCode", "H01"),
                ("Input.RoleCode", Roles.Clerk),
                ("Input.Title", "Văn thư"),
                ("Input.From", from),
                ("Input.To", to)
            );
        }

        await GiveAsync(today.AddDays(-9), today.AddDays(-1));
        await GiveAsync(today.AddDays(1), today.AddDays(1));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(person, Clerkship));
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(person, Clerkship));
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(person, Clerkship));

        await GiveOneAsync("31/02/2026", "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.Equal(3, (await app.PostsAsync(id)).Count);
    }

    [Fact]
    public async Task A_post_that_is_ended_ends_its_rights_with_the_next_click()
    {
        var id = await app.AccountAsync("thoiviec", Roles.Clerk, app.Given.OtherDistrict);
        using var person = app.Visit(id);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(person, Clerkship));
        using var admin = app.Visit(Admin);
        await admin.SubmitAsync(await admin.OpenAsync($"/tai-khoan/{id}"), "form[action*=End]");
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(person, Clerkship));
        Assert.Contains("Thôi chức vụ", (await admin.OpenAsync("/he-thong/nhat-ky?viec=organisation.post.ended")).Body!.TextContent);
    }

    [Fact]
    public async Task The_administrator_of_a_district_acts_within_the_district_alone()
    {
        var own = await app.AccountAsync("quantri.huyen", Roles.Admin, app.Given.District);
        using var admin = app.Visit(own);
        var page = await admin.SubmitAsync(await admin.OpenAsync(Create), Card, Form("Người Cơ Sở", "CS002", Roles.Grassroots, "coso.moi"));
        Assert.NotNull(page.QuerySelector(".dk-facts code"));
        foreach (var outside in (string[])["LDLD", "H02", "CS006"])
        {
            page = await admin.SubmitAsync(await admin.OpenAsync(Create), Card, Form("Người Ngoài", outside, Roles.Admin, "ngoai"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
            Assert.Contains("không có quyền", page.Body!.TextContent);
            await admin.SubmitAsync(
                await admin.OpenAsync($"/tai-khoan/{own}"),
                "form[action*=Add]",
                ("Input.UnitCode", outside),
                ("Input.RoleCode", Roles.Admin),
                ("Input.Title", "Quản trị")
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        }
        Assert.Single(await app.PostsAsync(own));

        var list = (await admin.OpenAsync("/tai-khoan")).Body!.TextContent;
        Assert.Contains(DistrictClerk, list);
        foreach (var other in (string[])[Admin, Leader, OtherClerk])
        {
            // Found by hand, with the token of a page that is one's own: nothing is shown and nothing done.
            var account = $"/tai-khoan/{app.Given.AccountId(other)}";
            Assert.DoesNotContain($">{other}<", (await admin.OpenAsync("/tai-khoan")).Body!.InnerHtml);
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(admin, account));
            page = await admin.OpenAsync($"/tai-khoan/{own}");
            foreach (var act in (string[])["Reset", "Close", "Add"])
            {
                var form = page.QuerySelector($"form[action*={act}]")!;
                form.SetAttribute("action", $"{account}?handler={act}");
                await admin.SubmitAsync(
                    page,
                    $"form[action*={act}]",
                    ("Input.UnitCode", "H01"),
                    ("Input.RoleCode", Roles.Admin),
                    ("Input.Title", "Quản trị")
                );
                Assert.Equal(HttpStatusCode.NotFound, admin.Status);
            }
            Assert.True(await app.HasPasswordAsync(app.Given.AccountId(other), Password));
            Assert.Single(await app.PostsAsync(app.Given.AccountId(other)));
        }
        foreach (var whole in (string[])["/he-thong/danh-muc/lich", "/he-thong/cong-viec"])
            Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(admin, whole));
        var log = (await admin.OpenAsync("/he-thong/nhat-ky")).Body!.TextContent;
        Assert.Contains("quantri.huyen", log);
        Assert.DoesNotContain($"({Admin})", log);
        await admin.SubmitAsync(await admin.OpenAsync($"/tai-khoan/{app.Given.AccountId(DistrictLeader)}"), "form[action*=Reset]");
        Assert.False(await app.HasPasswordAsync(app.Given.AccountId(DistrictLeader), Password));
    }

    [Fact]
    public async Task The_last_administrator_cannot_lock_out_themselves()
    {
        var id = app.Given.AccountId(Admin);
        using var admin = app.Visit(id);
        var page = await admin.SubmitAsync(await admin.OpenAsync($"/tai-khoan/{id}"), "form[action*=Close]");
        Assert.Contains("không tự khóa tài khoản của mình", page.Body!.TextContent);
        page = await admin.SubmitAsync(await admin.OpenAsync($"/tai-khoan/{id}"), "form[action*=End]");
        Assert.Contains("không tự thôi quyền quản trị của mình", page.Body!.TextContent);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(admin, "/tai-khoan"));
    }

    [Fact]
    public async Task The_matrix_shows_every_permission_against_every_role_as_it_is_in_the_database()
    {
        using var admin = app.Visit(Admin);
        async Task<List<string>> RowAsync(string permission)
        {
            var rows = (await admin.OpenAsync("/vai-tro")).QuerySelectorAll("tbody tr");
            Assert.Equal(ModuleList.All.Sum(m => m.Permissions.Count), rows.Length);
            return
            [
                .. rows.Single(r => r.QuerySelector("th")!.TextContent == permission).QuerySelectorAll("td").Select(c => c.TextContent),
            ];
        }

        Assert.Equal(["Mình và dưới", "–", "–", "–", "–", "–", "–", "–"], await RowAsync("Quản lý tài khoản và chức vụ"));
        Assert.Equal(["–", "Đơn vị mình", "–", "–", "–", "–", "–", "–"], await RowAsync("Cấp số và phát hành"));
        await app.InDbAsync(db =>
            db.Set<RolePermission>()
                .Where(p => p.RoleCode == Roles.Leader && p.PermissionCode == "organisation.accounts")
                .ExecuteUpdateAsync(p => p.SetProperty(r => r.Reach, Reach.Own))
        );
        Assert.Equal("Đơn vị mình", (await RowAsync("Quản lý tài khoản và chức vụ"))[2]);
    }
}
