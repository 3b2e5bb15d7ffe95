using System.Net;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class MergePagesTests(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task Two_entries_are_compared_line_by_line_merged_and_parted_on_the_screen()
    {
        var unit = app.Given.GrassrootsUnits[0].Code;
        var first = await app.AddAsync(Person("Ngân Thị Sim", unit, "040185000201", "Kế toán"));
        var second = await app.AddAsync(Person("Ngan Thi Sim", unit, "040185000211", "Thủ quỹ"));
        var pair = await app.PairAsync(first, second);
        using var officer = app.Visit(Organiser);
        var list = await officer.OpenAsync("/doan-vien/trung");
        Assert.Contains("số CCCD chỉ khác một chỗ", list.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);

        var address = $"/doan-vien/trung/{pair!.Id}";
        var page = await officer.OpenAsync(address);
        var html = page.DocumentElement.OuterHtml;
        Assert.DoesNotContain("040185000201", html, StringComparison.Ordinal);
        page = await officer.SubmitAsync(page, "form[action*='handler=Numbers']");
        Assert.Contains("040185000201", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("040185000211", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        page = await officer.OpenAsync($"{address}?giu={first}");
        page = await officer.SubmitAsync(page, "form#gop", ("FromOther[Position]", "true"), ("FromOther[NationalId]", "true"));
        Assert.Equal($"/doan-vien/{first}", officer.Address);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Ngân Thị Sim", text, StringComparison.Ordinal);
        Assert.Contains("Thủ quỹ", text, StringComparison.Ordinal);
        Assert.Contains("040•••••••11", text, StringComparison.Ordinal);
        // An old link leads to the one that stayed.
        await officer.OpenAsync($"/doan-vien/{second}");
        Assert.Equal($"/doan-vien/{first}", officer.Address);

        await officer.SubmitAsync(await officer.OpenAsync("/doan-vien/trung/da-gop"), "main td form");
        Assert.Equal($"/doan-vien/{second}", officer.Address);
        Assert.Equal(2, await app.InDbAsync(db => db.Set<Member>().CountAsync(m => m.Id == first || m.Id == second)));
    }

    [Fact]
    public async Task Certain_pairs_are_merged_by_one_press_and_two_people_are_not_asked_about_again()
    {
        var (unit, other) = (app.Given.GrassrootsUnits[0].Code, app.Given.GrassrootsUnits[6].Code);
        var certain = await app.AddAsync(Person("Vi Thị Hoa", unit, "", ""));
        var copy = await app.AddAsync(Person("Vi Thi Hoa", unit, "040185000301", ""));
        var twins = (await app.AddAsync(Person("Lô Văn Song", unit, "", "")), await app.AddAsync(Person("Lô Văn Song", other, "", "")));
        Assert.NotNull(await app.PairAsync(certain, copy));
        var pair = await app.PairAsync(twins.Item1, twins.Item2);
        using var grassroots = app.Visit(Grassroots);
        await grassroots.GetAsync($"/doan-vien/trung/{pair!.Id}");
        Assert.Equal(HttpStatusCode.NotFound, grassroots.Status);
        using var officer = app.Visit(Organiser);
        var list = await officer.SubmitAsync(await officer.OpenAsync("/doan-vien/trung"), "form[data-primary]");
        Assert.Contains("Đã gộp 1 cặp", list.Body!.TextContent, StringComparison.Ordinal);
        await officer.SubmitAsync(await officer.OpenAsync($"/doan-vien/trung/{pair.Id}"), "form[action*='handler=Apart']");
        Assert.NotNull((await app.PairAsync(twins.Item1, twins.Item2))!.ApartAt);
        list = await officer.OpenAsync("/doan-vien/trung");
        Assert.DoesNotContain("Lô Văn Song", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static Modules.Members.Registry.MemberInput Person(string name, string unit, string number, string position) =>
        new()
        {
            FullName = name,
            Sex = name.Contains("Văn", StringComparison.Ordinal) ? Sex.Male : Sex.Female,
            Born = "05/03/1985",
            Phone = "09220000" + (name.Length % 90 + 10),
            NationalId = number,
            Position = position,
            UnitCode = unit,
        };
}
