using System.Net;
using AngleSharp.Html.Dom;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Outgoing;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.ReceiverGroups;

public sealed class ReceiverGroupPagesTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string All = "/van-ban/nhom-noi-nhan",
        Rename = "form[data-primary]";

    private async Task<string> GroupAsync(string name)
    {
        var document = await app.SignedAsync();
        await app.ChooseAsync(document, ChoiceSource.Below);
        Assert.True((await app.DoAsync<SaveReceiverGroup, Result<StepOutcome>>(Clerk, h => h.HandleAsync(document, name, default))).Ok);
        return $"{All}/{await app.InDbAsync(db => db.ReceiverGroups.Where(g => g.Name == name).Select(g => g.Id).SingleAsync())}";
    }

    [Fact]
    public async Task A_group_is_looked_through_renamed_made_smaller_and_deleted()
    {
        var address = await GroupAsync("Tất cả");
        await GroupAsync("Các huyện");
        var clerk = app.Visit(Clerk);
        Assert.Contains("Tất cả", (await clerk.OpenAsync(All)).Body!.TextContent, StringComparison.Ordinal);

        var page = await clerk.OpenAsync(address);
        Assert.Equal(12, page.QuerySelectorAll("tbody tr").Length);
        page = await clerk.SubmitAsync(page, Rename, ("Name", "Các huyện"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Equal("Các huyện", ((IHtmlInputElement)page.QuerySelector("#Name")!).Value);
        page = await clerk.SubmitAsync(page, Rename, ("Name", "Mọi đơn vị"));
        Assert.Equal("Mọi đơn vị", page.QuerySelector("h1")!.TextContent);

        await clerk.SubmitAsync(page, "form[action*=TakeOut]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        page = await clerk.SubmitAsync(page, "form[action*=TakeOut]", ("units", app.Given.District.Id.ToString()));
        Assert.Equal(11, page.QuerySelectorAll("tbody tr").Length);

        page = await clerk.SubmitAsync(page, "form[action*=Delete]");
        Assert.Equal(All, clerk.Address);
        Assert.DoesNotContain("Mọi đơn vị", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        await clerk.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, clerk.Status);
    }

    [Fact]
    public async Task Another_units_clerk_neither_sees_nor_changes_it()
    {
        var address = await GroupAsync("Riêng của liên đoàn");
        var stranger = app.Visit(DistrictClerk);
        Assert.DoesNotContain("Riêng của liên đoàn", (await stranger.OpenAsync(All)).Body!.TextContent, StringComparison.Ordinal);
        await stranger.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        const string Token = "__RequestVerificationToken";
        var token = ((IHtmlInputElement)(await stranger.OpenAsync(All)).QuerySelector($"[name={Token}]")!).Value;
        foreach (var handler in (string[])["", "?handler=TakeOut", "?handler=Delete"])
        {
            await stranger.PostAsync(
                address + handler,
                [new(Token, token), new("Name", "Của tôi"), new("units", app.Given.District.Id.ToString())]
            );
            Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        }
        Assert.Equal(12, (await app.Visit(Clerk).OpenAsync(address)).QuerySelectorAll("tbody tr").Length);
        var specialist = app.Visit(Specialist);
        await specialist.GetAsync(All);
        Assert.Equal(HttpStatusCode.Forbidden, specialist.Status);
    }
}
