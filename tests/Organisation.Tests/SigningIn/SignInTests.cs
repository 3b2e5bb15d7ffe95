using System.Net;
using AngleSharp.Html.Dom;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Organisation.Tests.SigningIn;

public sealed class SignInOnSqlite(OfficeOnSqlite app) : SignInTests(app), IClassFixture<OfficeOnSqlite>;

public sealed class SignInOnPostgreSql(OfficeOnPostgreSql app) : SignInTests(app), IClassFixture<OfficeOnPostgreSql>;

public abstract class SignInTests(OfficeApp app)
{
    private const string New = "mot cau moi de nho",
        Start = "/dang-nhap",
        Change = "/doi-mat-khau",
        Card = "main form[method=post]";

    private async Task<string> TryAsync(Visitor visitor, string userName, string password) =>
        (await visitor.SubmitAsync(await visitor.OpenAsync(Start), Card, ("Input.UserName", userName), ("Input.Password", password)))
            .Body!
            .TextContent;

    [Fact]
    public async Task Five_wrong_passwords_stop_further_tries_until_an_administrator_gives_a_one_time_password()
    {
        var id = await app.AccountAsync("khoa", Roles.Viewer, app.Given.Federation);
        using var person = app.Stranger();
        for (var i = 0; i < 5; i++)
            await TryAsync(person, "khoa", "sai-mat-khau");
        Assert.Contains("đợi 15 phút", await TryAsync(person, "khoa", Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, person.Status);

        // The administrator meets it at home, and one of another branch does not.
        using var admin = app.Visit(Admin);
        var page = await admin.OpenAsync("/");
        Assert.Contains("Người Thử khoa (khoa)", page.Body!.TextContent);
        page = await admin.OpenAsync(page.QuerySelector($"main a[href='/tai-khoan/{id}']")!.GetAttribute("href")!);
        page = await admin.SubmitAsync(page, "form[action*=Reset]");
        var oneTime = page.QuerySelector("[role=status] code")!.TextContent;
        Assert.False(await app.HasPasswordAsync(id, Password));

        await TryAsync(person, "khoa", oneTime);
        Assert.Equal(Change, person.Address);
        page = await person.OpenAsync("/don-vi");
        Assert.Equal(Change, person.Address);
        page = await person.SubmitAsync(page, Card, ("Input.Current", oneTime), ("Input.New", oneTime), ("Input.Again", oneTime));
        Assert.Contains("phải khác mật khẩu hiện tại", page.Body!.TextContent);
        await person.SubmitAsync(page, Card, ("Input.Current", oneTime), ("Input.New", New), ("Input.Again", New));
        await person.OpenAsync("/don-vi");
        Assert.Equal("/don-vi", person.Address);
        Assert.True(await app.HasPasswordAsync(id, New));
    }

    [Theory]
    [InlineData("khong-co-ai", Password), InlineData(Clerk, "sai-mat-khau"), InlineData("", "")]
    public async Task A_wrong_name_and_a_wrong_password_are_refused_in_the_same_words(string userName, string password)
    {
        using var stranger = app.Stranger();
        Assert.Contains("Tên đăng nhập hoặc mật khẩu chưa đúng", await TryAsync(stranger, userName, password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
    }

    [Theory]
    [
        InlineData("/dang-nhap?tiep=%2Fdon-vi", "/don-vi"),
        InlineData("/dang-nhap?tiep=%2F%2Fla.example", "/"),
        InlineData("/dang-nhap?tiep=https%3A%2F%2Fla.example", "/")
    ]
    public async Task Signing_in_leads_where_one_was_going_and_never_elsewhere(string start, string end)
    {
        using var clerk = app.Stranger();
        await clerk.SubmitAsync(await clerk.OpenAsync(start), Card, ("Input.UserName", Clerk), ("Input.Password", Password));
        Assert.Equal((HttpStatusCode.OK, end), (clerk.Status, clerk.Address));
    }

    [Fact]
    public async Task A_changed_password_ends_all_other_sessions_at_once()
    {
        await app.AccountAsync("haimay", Roles.Viewer, app.Given.Federation);
        using var here = await app.SignedInAsync("haimay");
        using var elsewhere = await app.SignedInAsync("haimay");
        await here.SubmitAsync(await here.OpenAsync(Change), Card, ("Input.Current", Password), ("Input.New", New), ("Input.Again", New));
        await here.OpenAsync("/don-vi");
        Assert.Equal("/don-vi", here.Address);
        await elsewhere.GetAsync("/don-vi");
        Assert.NotEqual(("/don-vi", HttpStatusCode.OK), (elsewhere.Address, elsewhere.Status));
        Assert.Contains("chưa đúng", await TryAsync(app.Stranger(), "haimay", Password));
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once_and_in_again_when_it_is_reopened()
    {
        var id = await app.AccountAsync("nghi", Roles.Viewer, app.Given.Federation);
        using var person = await app.SignedInAsync("nghi");
        using var admin = app.Visit(Admin);
        await admin.SubmitAsync(await admin.OpenAsync($"/tai-khoan/{id}"), "form[action*=Close]");
        await person.GetAsync("/don-vi");
        Assert.NotEqual(("/don-vi", HttpStatusCode.OK), (person.Address, person.Status));
        Assert.Contains("chưa đúng", await TryAsync(app.Stranger(), "nghi", Password));
        await admin.SubmitAsync(await admin.OpenAsync($"/tai-khoan/{id}"), "form[action*=Close]");
        using var back = await app.SignedInAsync("nghi");
    }

    [Fact]
    public async Task Who_holds_posts_in_two_units_chooses_for_which_to_work_and_no_other()
    {
        var id = await app.AccountAsync("kiemnhiem", Roles.Viewer, app.Given.District);
        await app.InDbAsync(db =>
        {
            db.Add(
                new Post
                {
                    Id = Ids.New(),
                    AccountId = id,
                    UnitId = app.Given.OtherDistrict.Id,
                    RoleCode = Roles.Viewer,
                    Title = "Theo dõi",
                    ValidFrom = new(2020, 1, 1),
                }
            );
            return db.SaveChangesAsync();
        });
        using var person = app.Visit(id);
        var page = await person.OpenAsync("/don-vi");
        Assert.Contains("huyện Thứ Nhất", page.QuerySelector(".dk-unit summary")!.TextContent);
        page = await person.SubmitAsync(page, $"button[value='{app.Given.OtherDistrict.Id}']");
        Assert.Equal("/don-vi", person.Address);
        Assert.Contains("huyện Thứ Hai", page.QuerySelector(".dk-unit summary")!.TextContent);

        ((IHtmlButtonElement)page.QuerySelector("button[name=unit]")!).Value = app.Given.Federation.Id.ToString();
        page = await person.SubmitAsync(page, "button[name=unit]");
        Assert.Contains("huyện Thứ Hai", page.QuerySelector(".dk-unit summary")!.TextContent);
    }

    [Fact]
    public async Task A_stranger_who_guesses_stops_strangers_and_never_the_person()
    {
        await app.AccountAsync("lanhdao.bi.do", Roles.Viewer, app.Given.Federation);
        using var person = await app.SignedInAsync("lanhdao.bi.do");
        using var stranger = app.Stranger();
        for (var i = 0; i < 5; i++)
            Assert.Contains("chưa đúng", await TryAsync(stranger, "lanhdao.bi.do", "doan-mo"));
        Assert.Contains("đợi 15 phút", await TryAsync(stranger, "lanhdao.bi.do", Password));

        await person.SubmitAsync(await person.OpenAsync("/don-vi"), "form[action='/dang-xuat']");
        await TryAsync(person, "lanhdao.bi.do", Password);
        Assert.Equal((HttpStatusCode.OK, "/"), (person.Status, person.Address));
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        await TryAsync(stranger, "lanhdao.bi.do", Password);
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
    }

    [Fact]
    public async Task Signing_in_rightly_however_often_never_counts_as_guessing()
    {
        await app.AccountAsync("chung", Roles.Viewer, app.Given.Federation);
        for (var i = 0; i < 55; i++)
        {
            using var another = app.Stranger();
            await TryAsync(another, "chung", Password);
            Assert.Equal((HttpStatusCode.OK, "/"), (another.Status, another.Address));
        }
    }

    [Fact]
    public async Task Many_tries_at_once_are_counted_one_by_one()
    {
        await app.AccountAsync("bi.do.mot.luc", Roles.Viewer, app.Given.Federation);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => TryAsync(app.Stranger(), "bi.do.mot.luc", "sai-mat-khau")))
        );
        Assert.Equal(5, answers.Count(answer => answer.Contains("chưa đúng", StringComparison.Ordinal)));
        Assert.Equal(15, answers.Count(answer => answer.Contains("đợi 15 phút", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_stopped_in_the_same_words()
    {
        using var stranger = app.Stranger();
        for (var i = 0; i < 5; i++)
            Assert.Contains("chưa đúng", await TryAsync(stranger, "khong.ai.ca", "doan-mo"));
        Assert.Contains("đợi 15 phút", await TryAsync(stranger, "khong.ai.ca", "doan-mo"));
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_worth_nothing_after_signing_out()
    {
        await app.AccountAsync("ra.ve", Roles.Viewer, app.Given.Federation);
        using var person = await app.SignedInAsync("ra.ve");
        using var thief = app.Stranger();
        thief.Client.DefaultRequestHeaders.Add("Cookie", person.Cookies.GetCookieHeader(person.Client.BaseAddress!));
        await thief.OpenAsync("/don-vi");
        Assert.Equal("/don-vi", thief.Address);
        await person.SubmitAsync(await person.OpenAsync("/don-vi"), "form[action='/dang-xuat']");
        await thief.GetAsync("/don-vi");
        Assert.Equal(HttpStatusCode.Unauthorized, thief.Status);
    }

    [Theory]
    [InlineData("/dang-xuat"), InlineData("/chon-don-vi")]
    public async Task A_form_of_somebody_elses_page_is_refused(string address)
    {
        await app.AccountAsync("gia.mao" + address.Length, Roles.Viewer, app.Given.Federation);
        using var person = await app.SignedInAsync("gia.mao" + address.Length);
        using var form = new FormUrlEncodedContent([new("unit", app.Given.Federation.Id.ToString()), new("returnUrl", "/don-vi")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await person.Client.PostAsync(address, form)).StatusCode);
        await person.OpenAsync("/don-vi");
        Assert.Equal("/don-vi", person.Address);
    }

    [Fact]
    public async Task Signing_in_out_and_wrongly_stand_in_the_audit_log()
    {
        var id = await app.AccountAsync("ghi.nhat.ky", Roles.Viewer, app.Given.Federation);
        await TryAsync(app.Stranger(), "ghi.nhat.ky", "sai-mat-khau");
        using var person = await app.SignedInAsync("ghi.nhat.ky");
        await person.SubmitAsync(await person.OpenAsync("/don-vi"), "form[action='/dang-xuat']");
        var acts = await app.InDbAsync(db =>
            db.Set<Kernel.Audit.AuditEntry>().Where(e => e.SubjectId == id).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync()
        );
        Assert.Equal(["organisation.signin.failed", "organisation.signin", "organisation.signout"], acts);
    }

    [Fact]
    public async Task Nobody_acts_for_a_unit_that_is_closed()
    {
        var today = app.Clock.Today();
        var unit = app.Given.GrassrootsUnits[8].Id;
        await app.AccountAsync("don.vi.dong", Roles.Grassroots, app.Given.GrassrootsUnits[8]);
        using var person = await app.SignedInAsync("don.vi.dong");
        await person.OpenAsync("/van-ban/den");
        await app.InDbAsync(db =>
            db.Units.Where(u => u.Id == unit).ExecuteUpdateAsync(set => set.SetProperty(u => u.ValidTo, today.AddDays(-1)))
        );
        await person.GetAsync("/van-ban/den");
        Assert.Equal(HttpStatusCode.Forbidden, person.Status);
        Assert.Contains("không giữ chức vụ nào", await TryAsync(app.Stranger(), "don.vi.dong", Password));
    }
}
