using System.Net;
using AngleSharp.Html.Dom;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Notifications;
using DoanKet.Modules.Organisation.Accounts;
using DoanKet.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Organisation.Tests.Security;

public sealed class SecondStepOnSqlite(OfficeOnSqlite app) : SecondStepTests(app), IClassFixture<OfficeOnSqlite>;

public sealed class SecondStepOnPostgreSql(OfficeOnPostgreSql app) : SecondStepTests(app), IClassFixture<OfficeOnPostgreSql>;

public abstract class SecondStepTests(OfficeApp app)
{
    private const string Start = "/dang-nhap",
        Step = "/dang-nhap/buoc-hai",
        Overview = "/bao-mat",
        SetUp = "/bao-mat/ung-dung",
        Card = "main form[method=post][data-primary]";

    /// <summary>A person with the app on the phone and the codes on paper.</summary>
    private sealed record Equipped(Guid Id, string UserName, string Key, IReadOnlyList<string> Paper);

    private async Task<Equipped> EquippedAsync(string userName)
    {
        var id = await app.AccountAsync(userName, Roles.Viewer, app.Given.Federation);
        using var person = await app.SignedInAsync(userName);
        var page = await person.SubmitAsync(await person.OpenAsync(SetUp), Card, ("Input.Password", Password));
        var key = page.QuerySelector(".dk-steps code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        page = await person.SubmitAsync(page, Card, ("Input.Code", Code(key)));
        Assert.Equal(HttpStatusCode.OK, person.Status);
        List<string> paper = [.. page.QuerySelectorAll(".dk-codes code").Select(code => code.TextContent)];
        Assert.Equal(10, paper.Distinct().Count());
        // The code that turned it on is used up.
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        return new(id, userName, key, paper);
    }

    private string Code(string key) => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(app.Clock.GetUtcNow().UtcDateTime);

    private static async Task<IHtmlDocument> TypePasswordAsync(Visitor visitor, string userName, string start = Start)
    {
        var page = await visitor.SubmitAsync(
            await visitor.OpenAsync(start),
            Card,
            ("Input.UserName", userName),
            ("Input.Password", Password)
        );
        Assert.StartsWith(Step, visitor.Address, StringComparison.Ordinal);
        return page;
    }

    private static async Task<string> TypeCodeAsync(Visitor visitor, IHtmlDocument page, string code, bool trust = false) =>
        (await visitor.SubmitAsync(page, Card, trust ? [("Input.Code", code), ("Input.Trust", "true")] : [("Input.Code", code)]))
            .Body!
            .TextContent;

    [Fact]
    public async Task After_the_password_a_code_of_the_phone_is_asked_for_and_counts_once()
    {
        var person = await EquippedAsync("hai.buoc");
        using var here = app.Stranger();
        await TypePasswordAsync(here, person.UserName, "/dang-nhap?tiep=%2Fdon-vi");
        var rest = here.Address;
        await here.GetAsync("/don-vi");
        Assert.Equal(HttpStatusCode.Unauthorized, here.Status);
        var page = await here.OpenAsync(rest);
        Assert.Contains("Mã chưa đúng", await TypeCodeAsync(here, page, "000000"), StringComparison.Ordinal);

        var code = Code(person.Key);
        await TypeCodeAsync(here, page, code.Insert(3, " "));
        Assert.Equal((HttpStatusCode.OK, "/don-vi"), (here.Status, here.Address));

        using var overTheShoulder = app.Stranger();
        page = await TypePasswordAsync(overTheShoulder, person.UserName);
        Assert.Contains("đã được dùng", await TypeCodeAsync(overTheShoulder, page, code), StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        await TypeCodeAsync(overTheShoulder, page, Code(person.Key));
        Assert.Equal("/", overTheShoulder.Address);
    }

    [Fact]
    public async Task A_code_on_paper_is_good_for_one_sign_in_and_the_person_is_told()
    {
        var person = await EquippedAsync("ma.giay");
        using var here = app.Stranger();
        await TypeCodeAsync(here, await TypePasswordAsync(here, person.UserName), person.Paper[3].ToUpperInvariant());
        Assert.Equal("/", here.Address);
        Assert.Contains("9 mã dự phòng", (await here.OpenAsync(Overview)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("còn 9 mã", (await here.OpenAsync("/thong-bao")).Body!.TextContent, StringComparison.Ordinal);

        using var again = app.Stranger();
        var page = await TypePasswordAsync(again, person.UserName);
        Assert.Contains("Mã chưa đúng", await TypeCodeAsync(again, page, person.Paper[3]), StringComparison.Ordinal);

        // New ones make the old ones void.
        page = await here.SubmitAsync(await here.OpenAsync("/bao-mat/ma-du-phong"), Card, ("Input.Password", Password));
        var renewed = page.QuerySelector(".dk-codes code")!.TextContent;
        page = await again.OpenAsync(Step);
        Assert.Contains("Mã chưa đúng", await TypeCodeAsync(again, page, person.Paper[4]), StringComparison.Ordinal);
        await TypeCodeAsync(again, page, renewed);
        Assert.Equal("/", again.Address);
    }

    [Fact]
    public async Task Keys_and_codes_are_unreadable_in_the_database()
    {
        var person = await EquippedAsync("kin");
        var kept = await app.InDbAsync(db =>
            db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == person.Id).Select(t => t.Value).ToListAsync()
        );
        Assert.Equal(2, kept.Count);
        Assert.All(kept, value => Assert.DoesNotContain(person.Key, value, StringComparison.Ordinal));
        Assert.All(kept, value => Assert.DoesNotContain(person.Paper[0], value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Own_browsers_are_not_asked_for_a_month_and_others_are()
    {
        var person = await EquippedAsync("tin.cay");
        using var own = app.Stranger();
        await TypeCodeAsync(own, await TypePasswordAsync(own, person.UserName), Code(person.Key), trust: true);
        await own.SubmitAsync(await own.OpenAsync("/don-vi"), "form[action='/dang-xuat']");
        app.Clock.Advance(TimeSpan.FromDays(29));
        await own.SignInAsync(person.UserName, Password);
        using var other = app.Stranger();
        await TypePasswordAsync(other, person.UserName);

        // "Everywhere else" also means that no browser is trusted any more.
        await own.SubmitAsync(await own.OpenAsync(Overview), "form[action*=End]");
        using var third = app.Stranger();
        await TypeCodeAsync(third, await TypePasswordAsync(third, person.UserName), Code(person.Key));
        await third.SubmitAsync(await third.OpenAsync(Overview), "form[action*=EndOthers]");
        await own.GetAsync("/don-vi");
        Assert.Equal(HttpStatusCode.Unauthorized, own.Status);
        await TypePasswordAsync(own, person.UserName);
    }

    [Theory]
    [InlineData("code"), InlineData("CODE"), InlineData("own")]
    public async Task Whatever_is_typed_at_the_door_as_a_name_stops_nobody_at_the_second_step(string word)
    {
        var person = await EquippedAsync($"ten.la.{word.Length}.{(char.IsUpper(word[0]) ? "hoa" : "thuong")}");
        using var stranger = app.Stranger();
        for (var i = 0; i < 12; i++)
            await stranger.SubmitAsync(
                await stranger.OpenAsync(Start),
                Card,
                ("Input.UserName", $"{person.UserName} {word}"),
                ("Input.Password", "sai-mat-khau")
            );
        using var owner = app.Stranger();
        var page = await TypePasswordAsync(owner, person.UserName);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await TypeCodeAsync(owner, page, Code(person.Key));
        Assert.Equal("/", owner.Address);
        using var admin = app.Visit(Admin);
        Assert.DoesNotContain($"({person.UserName})", (await admin.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_guesses_codes_is_stopped_and_the_person_is_told()
    {
        var person = await EquippedAsync("bi.doan");
        using var guesser = app.Stranger();
        var page = await TypePasswordAsync(guesser, person.UserName);
        for (var i = 0; i < 5; i++)
            Assert.Contains("Mã chưa đúng", await TypeCodeAsync(guesser, page, "00000" + i), StringComparison.Ordinal);
        Assert.Contains("đợi 15 phút", await TypeCodeAsync(guesser, page, Code(person.Key)), StringComparison.Ordinal);
        Assert.Contains("đợi 15 phút", await TypeCodeAsync(guesser, page, Code(person.Key)), StringComparison.Ordinal);
        Assert.Equal(1, await app.InDbAsync(db => db.Set<Notice>().CountAsync(n => n.AccountId == person.Id)));
        Assert.Equal(
            5,
            await app.InDbAsync(db =>
                db.Set<AuditEntry>().CountAsync(e => e.SubjectId == person.Id && e.Action == "organisation.signin.failed")
            )
        );
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        await guesser.GetAsync(Step);
        Assert.Equal(Start, guesser.Address);
    }

    [Fact]
    public async Task A_change_needs_the_password_and_ends_the_other_sessions()
    {
        var person = await EquippedAsync("doi.y");
        using var here = app.Stranger();
        await TypeCodeAsync(here, await TypePasswordAsync(here, person.UserName), person.Paper[0]);
        using var elsewhere = app.Stranger();
        await TypeCodeAsync(elsewhere, await TypePasswordAsync(elsewhere, person.UserName), person.Paper[1]);

        foreach (var address in new[] { "/bao-mat/tat", "/bao-mat/ma-du-phong", SetUp })
        {
            await here.SubmitAsync(await here.OpenAsync(address), Card, ("Input.Password", "khong phai"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, here.Status);
        }
        await here.SubmitAsync(await here.OpenAsync("/bao-mat/tat"), Card, ("Input.Password", Password));
        Assert.Equal((HttpStatusCode.OK, Overview), (here.Status, here.Address));
        await elsewhere.GetAsync("/don-vi");
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.Status);
        await elsewhere.SignInAsync(person.UserName, Password);
        Assert.Empty(await app.InDbAsync(db => db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == person.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_key_that_was_not_scanned_in_time_is_not_shown_to_who_comes_later()
    {
        await app.AccountAsync("bo.do", Roles.Viewer, app.Given.Federation);
        using var person = await app.SignedInAsync("bo.do");
        var page = await person.SubmitAsync(await person.OpenAsync(SetUp), Card, ("Input.Password", Password));
        var key = page.QuerySelector(".dk-steps code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains("Mã chưa đúng", await TypeCodeAsync(person, page, "12"), StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        await TypeCodeAsync(person, page, Code(key));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, person.Status);
        Assert.Null((await person.OpenAsync(SetUp)).QuerySelector(".dk-steps"));
    }

    [Fact]
    public async Task An_administrator_in_reach_takes_it_away_for_a_lost_phone_and_nobody_else_does()
    {
        var person = await EquippedAsync("mat.may");
        var address = $"/tai-khoan/{person.Id}";
        using var clerk = app.Visit(Clerk);
        await clerk.GetAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, clerk.Status);
        using var admin = app.Visit(Admin);
        await admin.SubmitAsync(await admin.OpenAsync(address), "form[action*=TakeAway]");
        Assert.Equal(HttpStatusCode.OK, admin.Status);
        using var back = await app.SignedInAsync(person.UserName);
        Assert.Contains("Quản trị đã gỡ", (await back.OpenAsync("/thong-bao")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_command_line_an_administrator_gets_in_again_without_the_phone()
    {
        var person = await EquippedAsync("mat.may.quan.tri");
        var made = await app.InScopeAsync(services =>
            services.GetRequiredService<CreateAdministrator>().HandleAsync(person.UserName, null, CancellationToken.None)
        );
        using var admin = app.Stranger();
        await admin.SignInAsync(person.UserName, made.Value);
        Assert.Equal("/doi-mat-khau", admin.Address);
    }

    [Theory]
    [
        InlineData(""),
        InlineData("{}"),
        InlineData("không phải JSON"),
        InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{},\"clientExtensionResults\":{}}")
    ]
    public async Task What_is_no_passkey_signs_nobody_in_and_adds_none(string credential)
    {
        const string Form = "form[data-passkey]";
        using var stranger = app.Stranger();
        var page = await stranger.OpenAsync(Start);
        // Without having asked, and after.
        for (var i = 0; i < 2; i++)
        {
            Assert.Contains(
                "Chưa đăng nhập được bằng khóa truy cập",
                (await stranger.SubmitAsync(page, Form, ("credential", credential))).Body!.TextContent,
                StringComparison.Ordinal
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
            await stranger.PostAsync(
                "/dang-nhap?handler=AskPasskey",
                Visitor.Fields((IHtmlFormElement)page.QuerySelector(Form)!, page.QuerySelector(Form)!)
            );
            Assert.Equal(HttpStatusCode.OK, stranger.Status);
        }

        using var person = await app.SignedInAsync(Viewer);
        page = await person.OpenAsync("/bao-mat/khoa-truy-cap");
        page = await person.SubmitAsync(page, Form, ("credential", credential), ("Input.Name", "Máy của tôi"));
        Assert.Contains("Chưa thêm được khóa truy cập", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await app.InDbAsync(db => db.Set<IdentityUserPasskey<Guid>>().CountAsync()));
    }

    [Fact]
    public async Task A_session_elsewhere_is_ended_and_nobody_elses_can_be()
    {
        var id = await app.AccountAsync("hai.may", Roles.Viewer, app.Given.Federation);
        using var here = await app.SignedInAsync("hai.may");
        using var elsewhere = await app.SignedInAsync("hai.may");
        await app.AccountAsync("nguoi.khac", Roles.Viewer, app.Given.Federation);
        using var stranger = await app.SignedInAsync("nguoi.khac");
        using var strangerElsewhere = await app.SignedInAsync("nguoi.khac");
        var session = await app.InDbAsync(db =>
            db.Set<SignInSession>().Where(s => s.AccountId == id).OrderByDescending(s => s.Id).Select(s => s.Id).FirstAsync()
        );
        await stranger.SubmitAsync(await stranger.OpenAsync(Overview), "form[action*=End]", ("session", session.ToString()));
        await elsewhere.OpenAsync("/don-vi");
        Assert.Equal("/don-vi", elsewhere.Address);

        var page = await here.OpenAsync(Overview);
        Assert.Contains("Máy này", page.QuerySelector(".dk-table tbody tr")!.TextContent, StringComparison.Ordinal);
        await here.SubmitAsync(page, "form[action*=End]");
        await elsewhere.GetAsync("/don-vi");
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.Status);
        await here.OpenAsync("/don-vi");
        Assert.Equal("/don-vi", here.Address);
    }
}
