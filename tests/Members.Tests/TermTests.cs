using System.Net;
using DoanKet.Modules.Members.Terms;
using DoanKet.PersonalData;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class TermTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string Form = "form[data-primary]";

    [Fact]
    public async Task A_union_writes_its_term_and_its_committee_and_stands_in_the_calendar_of_congresses()
    {
        var unit = app.Given.GrassrootsUnits[0];
        await app.AddAsync(
            new()
            {
                FullName = "Lương Văn Tịch",
                Sex = Sex.Male,
                Born = "05/03/1975",
                UnitCode = unit.Code,
            }
        );
        using var officer = app.Visit(Grassroots);
        var address = $"/doan-vien/nhiem-ky/{unit.Id}";
        Assert.Contains(
            unit.Name,
            (await officer.OpenAsync("/doan-vien/nhiem-ky?nhom=Missing")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        var page = await officer.OpenAsync(address);
        await officer.SubmitAsync(page, Form, Term("10/06/2021", "10/06/2020"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);
        await officer.SubmitAsync(page, Form, Term("10/06/2021", "10/06/2026"));
        await officer.SubmitAsync(await officer.OpenAsync(address), Form, Term("01/01/2026", "01/01/2030"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);

        page = await officer.OpenAsync(address);
        (string, string)[] chair = [("Post.Body", "Executive"), ("Post.Position", "Chủ tịch"), ("Post.FullName", "LƯƠNG VĂN TỊCH")];
        page = await officer.SubmitAsync(page, "form[action*='handler=Add']", chair);
        Assert.NotNull(page.QuerySelector("main .dk-keys a[href^='/doan-vien/']"));
        await officer.SubmitAsync(page, "form[action*='handler=Add']", ("Post.Body", "Inspection"), ("Post.Position", "Chủ tịch"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);
        page = await officer.SubmitAsync(
            await officer.OpenAsync(address),
            "form[action*='handler=Change']",
            ("Change.NextCongressOn", "05/06/2026")
        );
        page = await officer.SubmitAsync(page, "form[action*='handler=End']");
        Assert.Contains("đến 10/03/2026", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var organiser = app.Visit(Organiser);
        var calendar = await organiser.OpenAsync("/doan-vien/nhiem-ky");
        Assert.Contains("05/06/2026", calendar.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);

        // Another union of the same federation.
        await officer.GetAsync($"/doan-vien/nhiem-ky/{app.Given.GrassrootsUnits[1].Id}");
        Assert.Equal(HttpStatusCode.NotFound, officer.Status);
        Assert.Equal(1, await app.InDbAsync(db => db.Set<UnionTerm>().CountAsync()));
    }

    private static (string, string)[] Term(string from, string to) =>
        [("Input.Name", "Khóa V"), ("Input.FromOn", from), ("Input.ToOn", to)];
}
