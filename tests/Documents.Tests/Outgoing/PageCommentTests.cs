using System.Net;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Kernel.Notifications;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

/// <summary>What is said about single pages of a draft.</summary>
public sealed class PageCommentTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string Form = "form[data-primary]";

    [Fact]
    public async Task The_approver_says_what_to_change_on_which_page_and_the_drafter_settles_it()
    {
        var id = await SubmittedAsync();
        var address = $"/van-ban/di/{id}/gop-y";
        using var head = app.Visit(Head);
        var page = await head.OpenAsync($"/van-ban/di/{id}");
        page = await head.OpenAsync(page.QuerySelector($"a[href='{address}']")!.GetAttribute("href")!);
        page = await head.SubmitAsync(page, Form, ("Number", "0"), ("Text", "Thiếu căn cứ"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        Assert.Contains("Hãy ghi số trang", page.QuerySelector(".dk-errors")!.TextContent);
        page = await head.SubmitAsync(page, Form, ("Number", "3"));
        Assert.Contains("1 góp ý chờ sửa", page.Body!.TextContent);
        page = await head.SubmitAsync(page, Form, ("Number", "1"), ("Text", "Sai tên cơ quan"));
        Assert.Contains("2 góp ý chờ sửa", page.Body!.TextContent);
        // Who checks the format does not settle for the drafting unit.
        using var clerk = app.Visit(Clerk);
        Assert.Null((await clerk.OpenAsync(address)).QuerySelector("form[action*=Settle]"));

        // One line in the bell for both.
        var link = address;
        Assert.Equal(1, await app.InDbAsync(db => db.Set<Notice>().CountAsync(n => n.Link == link)));

        using var specialist = app.Visit(Specialist);
        page = await specialist.OpenAsync(address);
        Assert.Equal(["Trang 1", "Trang 3"], page.QuerySelectorAll("main li a").Select(a => a.TextContent));
        page = await specialist.SubmitAsync(page, "form[action*=Settle]");
        Assert.Contains("1 góp ý chờ sửa", page.Body!.TextContent);
        Assert.Contains("1 góp ý chờ sửa", (await specialist.OpenAsync($"/van-ban/di/{id}")).Body!.TextContent);

        // A new version keeps them, and says of which version they were.
        await app.UploadAsync(id, "bản hai");
        page = await specialist.OpenAsync(address);
        Assert.Contains("phiên bản 1", page.QuerySelector("main li")!.TextContent);
    }

    [Fact]
    public async Task Who_only_reads_or_belongs_elsewhere_says_nothing_and_a_signed_document_is_past_it()
    {
        var id = await SubmittedAsync();
        var address = $"/van-ban/di/{id}/gop-y";
        foreach (var stranger in (string[])[Viewer, DistrictClerk])
        {
            using var visitor = app.Visit(stranger);
            await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }
        using var head = app.Visit(Head);
        var page = await head.OpenAsync(address);
        await app.ApproveContentAsync(id);
        await app.ApproveFormatAsync(id);
        await app.SignAsync(id);
        page = await head.SubmitAsync(page, Form, ("Text", "Quá muộn"));
        Assert.Contains("đã ký nên không góp ý được nữa", page.QuerySelector(".dk-flash")!.TextContent);
        Assert.Equal(0, await app.InDbAsync(db => db.Set<PageComment>().CountAsync(c => c.OutgoingId == id)));
    }

    private async Task<Guid> SubmittedAsync()
    {
        var id = await app.DraftAsync();
        await app.SubmitAsync(id);
        return id;
    }
}
