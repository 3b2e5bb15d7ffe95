using System.Net;
using AngleSharp.Html.Dom;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Testing;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Organisation.Tests.SigningIn;

public sealed class SignInOnSqlite(OfficeOnSqlite app) : SignInTests(app), IClassFixture<OfficeOnSqlite>;

public sealed class SignInOnPostgreSql(OfficeOnPostgreSql app) : SignInTests(app), IClassFixture<OfficeOnPostgreSql>;

public abstract class SignInTests(OfficeApp app)
{
    private const string New = "mot cau moi de nho", Start = "/dang-nhap", Change = "/doi-mat-khau", Card = "main form[method=post]";

    private async Task<string> TryAsync(Visitor visitor, string userName, string password) =>
        (await visitor.SubmitAsync(await visitor.OpenAsync(Start), Card, ("Input.UserName", userName), ("Input.Password", password))).Body!.TextContent;

    [Fact]
    public async Task Five_wrong_passwords_stop_further_tries_until_an_administrator_gives_a_one_time_password()
    {
        var id = await app.AccountAsync("khoa", Roles.Viewer, app.Given.Federation);
        using var person = app.Stranger();
        for (var i = 0; i < 5; i++)
            await TryAsync(person, "khoa", "sai-mat-khau");
        Assert.Contains("đợi 15 phút", await TryAsync(person, "khoa", Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, person.Status);

        using var admin = app.Visit(Admin);
        var page = await admin.SubmitAsync(await admin.OpenAsync($"/tai-khoan/{id}"), "form[action*=Reset]");
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
    [InlineData("/dang-nhap?tiep=%2Fdon-vi", "/don-vi"), InlineData("/dang-nhap?tiep=%2F%2Fla.example", "/"), InlineData("/dang-nhap?tiep=https%3A%2F%2Fla.example", "/")]
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
            db.Add(new Post { Id = Ids.New(), AccountId = id, UnitId = app.Given.OtherDistrict.Id, RoleCode = Roles.Viewer, Title = "Theo dõi", ValidFrom = new(2020, 1, 1) });
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
}
