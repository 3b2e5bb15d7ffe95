using System.Net;
using AngleSharp.Html.Dom;
using DoanKet.Kernel.Notifications;
using DoanKet.Modules.Members.Quality;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

/// <summary>A union counts its points, the unit above decides the grade.</summary>
public sealed class RatingTests(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task A_union_proposes_and_the_unit_above_decides()
    {
        var unit = app.Given.GrassrootsUnits[0];
        var address = $"/doan-vien/xep-loai/{unit.Id}";
        using var officer = app.Visit(Grassroots);
        Assert.Contains(unit.Name, Text(await officer.OpenAsync("/doan-vien/xep-loai?nhom=Missing")), StringComparison.Ordinal);
        var page = await officer.OpenAsync(address);
        await ProposeAsync(page, "2025", "101");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);
        await ProposeAsync(page, "2027", "90");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);
        await ProposeAsync(page, "2025", "40");
        // Said anew until it is decided.
        page = await ProposeAsync(page, "2025", "85");
        Assert.Contains("Hoàn thành tốt nhiệm vụ", Text(page), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action*='Decide']"));

        using var organiser = app.Visit(Organiser);
        Assert.Contains("Xếp loại công đoàn chờ công nhận", Text(await organiser.OpenAsync("/")), StringComparison.Ordinal);
        page = await organiser.OpenAsync(address);
        await organiser.SubmitAsync(page, "form[action*='Decide']", ("Decision.LevelCode", "XS"), ("Decision.DecisionNumber", "7/QĐ"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, organiser.Status);
        page = await organiser.SubmitAsync(
            page,
            "form[action*='Decide']",
            ("Decision.LevelCode", "XS"),
            ("Decision.DecisionNumber", "7/QĐ-LĐLĐ"),
            ("Decision.Note", "Cờ thi đua năm 2025")
        );
        Assert.Contains("Hoàn thành xuất sắc nhiệm vụ", Text(page), StringComparison.Ordinal);
        Assert.Contains("Đã công nhận 1 đơn vị", Text(await organiser.OpenAsync("/doan-vien/xep-loai?nam=2025")), StringComparison.Ordinal);
        await ProposeAsync(await officer.OpenAsync(address), "2025", "99");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);
        var told = app.Given.AccountId(Grassroots);
        Assert.True(await app.InDbAsync(db => db.Set<Notice>().AnyAsync(n => n.AccountId == told && n.Link == address)));

        IHtmlFormElement form;
        // Nobody decides about his own union, nor about one elsewhere.
        var rating = await app.InDbAsync(db => db.Set<UnionRating>().AsNoTracking().SingleAsync(r => r.UnitId == unit.Id));
        form = (IHtmlFormElement)(await officer.OpenAsync(address)).QuerySelector("form[data-primary]")!;
        form.SetAttribute("action", address + "?handler=Decide");
        await officer.SubmitAsync((IHtmlDocument)form.Owner!, "form[data-primary]", ("RatingId", rating.Id.ToString()));
        Assert.Equal(HttpStatusCode.Forbidden, officer.Status);
        form = (IHtmlFormElement)(await organiser.OpenAsync(address)).QuerySelector("form[action*='Decide']")!;
        form.SetAttribute("action", $"/doan-vien/xep-loai/{app.Given.GrassrootsUnits[1].Id}?handler=Decide");
        await organiser.SubmitAsync((IHtmlDocument)form.Owner!, "form[action*='Decide']");
        Assert.Equal(HttpStatusCode.Forbidden, organiser.Status);
        await officer.GetAsync($"/doan-vien/xep-loai/{app.Given.GrassrootsUnits[1].Id}");
        Assert.Equal(HttpStatusCode.NotFound, officer.Status);

        Task<IHtmlDocument> ProposeAsync(IHtmlDocument form, string year, string points) =>
            officer.SubmitAsync(form, "form[data-primary]", ("Input.Year", year), ("Input.Points", points));
    }

    private static string Text(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;
}
