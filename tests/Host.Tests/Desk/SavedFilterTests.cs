using System.Net;
using DoanKet.Testing;

namespace DoanKet.Host.Tests.Desk;

public sealed class SavedFiltersOnSqlite(DeskOnSqlite app) : SavedFilterTests(app), IClassFixture<DeskOnSqlite>;

public sealed class SavedFiltersOnPostgreSql(DeskOnPostgreSql app) : SavedFilterTests(app), IClassFixture<DeskOnPostgreSql>;

public abstract class SavedFilterTests(DeskApp app)
{
    private const string Searched = "/van-ban/den?tu-khoa=đại hội&sau=123";
    private const string SaveForm = ".dk-saved form";
    private const string Saved = ".dk-saved .dk-saved-filter";

    [Fact]
    public async Task A_filter_is_saved_under_a_name_and_found_by_one_press()
    {
        using var clerk = app.Visit(GivenFederation.Clerk);
        Assert.Null((await clerk.OpenAsync("/van-ban/den")).QuerySelector(".dk-saved"));
        var page = await clerk.OpenAsync("/van-ban/den?tu-khoa=đại hội");
        page = await clerk.SubmitAsync(page, SaveForm, ("Name", " Về đại hội "));
        Assert.Contains("Đã lưu bộ lọc “Về đại hội”", page.QuerySelector(".dk-flash")!.TextContent);
        var chip = page.QuerySelector(Saved)!;
        Assert.Equal(("Về đại hội", "true"), (chip.TextContent, chip.GetAttribute("aria-current")));
        // What is saved already needs no second name, in whatever order the conditions stand.
        Assert.Null(page.QuerySelector(SaveForm));

        page = await clerk.OpenAsync("/van-ban/den?loai=cv&tu-khoa=lương");
        await clerk.SubmitAsync(page, SaveForm, ("Name", "Lương"));
        Assert.Null((await clerk.OpenAsync("/van-ban/den?tu-khoa=lương&loai=cv&den-ngay=")).QuerySelector(SaveForm));

        // Each list has its own; the page of all has both, and deletes.
        Assert.Null((await clerk.OpenAsync("/van-ban/di")).QuerySelector(".dk-saved"));
        page = await clerk.OpenAsync("/bo-loc");
        Assert.Equal(["Lương", "Về đại hội"], page.QuerySelectorAll("main td a").Select(a => a.TextContent));
        page = await clerk.SubmitAsync(page, "form[action*=Delete]");
        Assert.Equal(["Về đại hội"], page.QuerySelectorAll("main td a").Select(a => a.TextContent));
        await clerk.SubmitAsync(page, "form[action*=Delete]");
    }

    [Fact]
    public async Task The_same_name_replaces_and_what_is_wrong_is_said_without_losing_anything()
    {
        using var clerk = app.Visit(GivenFederation.OtherClerk);
        var form = await clerk.OpenAsync(Searched);
        await clerk.SubmitAsync(form, SaveForm, ("Name", "Của tôi"));
        await clerk.SubmitAsync(form, SaveForm, ("Name", "Của tôi"));
        form = await clerk.OpenAsync("/van-ban/den?tu-khoa=nghị quyết");
        var page = await clerk.SubmitAsync(form, SaveForm, ("Name", "Của tôi"));
        Assert.Equal(
            ListAddressOf("nghị quyết"),
            Uri.UnescapeDataString(Assert.Single(page.QuerySelectorAll(Saved)).GetAttribute("href")!)
        );

        form = await clerk.OpenAsync("/van-ban/den?tu-khoa=thi đua");
        page = await clerk.SubmitAsync(form, SaveForm, ("Name", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains("Hãy đặt tên cho bộ lọc", page.QuerySelector(".dk-errors")!.TextContent);
        page = await clerk.SubmitAsync(page, "form[data-primary]", ("Name", new string('a', 61)));
        Assert.Contains("Tên bộ lọc dài quá 60 ký tự", page.QuerySelector(".dk-errors")!.TextContent);
        page = await clerk.SubmitAsync(page, "form[data-primary]", ("Name", "Thi đua"));
        Assert.Equal(2, page.QuerySelectorAll(Saved).Length);

        await clerk.SubmitAsync(form, SaveForm, ("Name", "Chẳng lọc gì"), ("Address", "/van-ban/den"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        await clerk.SubmitAsync(form, SaveForm, ("Name", "Ra ngoài"), ("Address", "//la.example/?a=b"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        for (var i = 2; i < 12; i++)
            await clerk.SubmitAsync(form, SaveForm, ("Name", $"Số {i}"));
        page = await clerk.SubmitAsync(form, SaveForm, ("Name", "Một cái nữa"));
        Assert.Contains("đã có 12 bộ lọc", page.QuerySelector(".dk-errors")!.TextContent);
    }

    [Fact]
    public async Task Nobody_sees_or_deletes_the_filters_of_another()
    {
        using var leader = app.Visit(GivenFederation.Leader);
        await leader.SubmitAsync(await leader.OpenAsync(Searched), SaveForm, ("Name", "Của chủ tịch"));
        var own = await leader.OpenAsync("/bo-loc");
        using var viewer = app.Visit(GivenFederation.Viewer);
        await viewer.SubmitAsync(await viewer.OpenAsync(Searched), SaveForm, ("Name", "Của người xem"));
        var page = await viewer.OpenAsync("/bo-loc");
        Assert.DoesNotContain("Của chủ tịch", page.Body!.TextContent);
        var theirs = own.QuerySelector("form[action*=Delete] [name=filter]")!.GetAttribute("value")!;
        await viewer.SubmitAsync(page, "form[action*=Delete]", ("filter", theirs));
        Assert.Equal(HttpStatusCode.NotFound, viewer.Status);
        Assert.Contains("Của chủ tịch", (await leader.OpenAsync("/bo-loc")).Body!.TextContent);
    }

    private static string ListAddressOf(string words) => "/van-ban/den?tu-khoa=" + words;
}
