using System.Net;
using DoanKet.Kernel.Accounts;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Organisation.Tests.Absences;

public sealed class AbsencePagesOnSqlite(OfficeOnSqlite app) : AbsencePageTests(app), IClassFixture<OfficeOnSqlite>;

public sealed class AbsencePagesOnPostgreSql(OfficeOnPostgreSql app) : AbsencePageTests(app), IClassFixture<OfficeOnPostgreSql>;

public abstract class AbsencePageTests(OfficeApp app)
{
    private const string Own = "/vang-mat",
        Card = "form.dk-card[data-primary]";

    [Fact]
    public async Task A_person_names_a_deputy_of_the_own_office_and_ends_it_with_a_button()
    {
        using var leader = app.Visit(Leader);
        var page = await leader.OpenAsync(Own);
        Assert.Empty(page.QuerySelectorAll($"option[value='{app.Given.AccountId(DistrictClerk)}']"));
        page = await leader.SubmitAsync(page, Card, ("Input.LastDay", "09/03/2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, leader.Status);
        (string, string)[] form = [("Input.LastDay", "20/03/2026"), ("Input.DeputyId", app.Given.AccountId(Head).ToString())];
        page = await leader.SubmitAsync(page, Card, form);
        Assert.Contains("Đang vắng", page.QuerySelector(".dk-table tbody")!.TextContent, StringComparison.Ordinal);

        // Pressed twice: once is enough.
        await leader.SubmitAsync(page, Card, form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, leader.Status);
        using var deputy = app.Visit(Head);
        Assert.Contains("đang thay Người Thử " + Leader, (await deputy.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        page = await leader.SubmitAsync(await leader.OpenAsync(Own), ".dk-table form");
        Assert.Empty(page.QuerySelectorAll(".dk-table tbody tr"));
        Assert.DoesNotContain("đang thay Người Thử " + Leader, (await deputy.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_records_it_for_a_person_in_reach_and_nobody_else_does()
    {
        var address = $"/tai-khoan/{app.Given.AccountId(Specialist)}/vang-mat";
        using var clerk = app.Visit(Clerk);
        await clerk.GetAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, clerk.Status);
        using var admin = app.Visit(Admin);
        await admin.SubmitAsync(
            await admin.OpenAsync(address),
            Card,
            ("Input.LastDay", "20/03/2026"),
            ("Input.DeputyId", app.Given.AccountId(Head).ToString())
        );
        var specialist = app.Given.AccountId(Specialist);
        Assert.Equal(1, await app.InDbAsync(db => db.Set<Absence>().CountAsync(a => a.AccountId == specialist && a.EndedAt == null)));
    }
}
