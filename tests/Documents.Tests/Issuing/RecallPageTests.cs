using System.Net;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Incoming;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Issuing;

/// <summary>The pages on which an issued document is recalled or replaced.</summary>
public sealed class RecallPageTests(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task From_the_senders_page_to_the_answer_of_the_school()
    {
        var id = await app.IssuedAsync();
        var school = app.Given.GrassrootsUnits[0].Id;
        var copy = await app.InDbAsync(db =>
            db.Receipts.Where(r => r.OutgoingId == id && r.ReceiverId == school).Select(r => r.IncomingId).SingleAsync()
        );
        Assert.True((await app.DoAsync<AcknowledgeIncoming, Kernel.Results.Result<int>>(Grassroots, h => h.HandleAsync(copy, default))).Ok);
        using var clerk = app.Visit(Clerk);
        var document = await clerk.OpenAsync($"/van-ban/di/{id}");
        Assert.NotNull(document.QuerySelector($"a[href='/van-ban/di/{id}/thu-hoi']"));
        var page = await clerk.OpenAsync($"/van-ban/di/{id}/thu-hoi");
        Assert.Contains("11 đơn vị chưa vào sổ", page.Body!.TextContent, StringComparison.Ordinal);
        var refused = await clerk.SubmitAsync(page, "main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains("Hãy ghi lý do thu hồi", refused.Body!.TextContent, StringComparison.Ordinal);
        var done = await clerk.SubmitAsync(page, "main form", ("Reason", "Sai mục 2"));
        Assert.Contains("Đã thu hồi", done.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(done.QuerySelector($"a[href='/van-ban/di/{id}/thu-hoi']"));
        var number = await app.InDbAsync(db => db.Outgoing.Where(d => d.Id == id).Select(d => d.NumberText).SingleAsync());
        var found = await clerk.OpenAsync($"/van-ban/tim?q={Uri.EscapeDataString(number)}&chieu=di");
        Assert.Contains("Đã thu hồi", found.QuerySelector($"tr:has(a[href='/van-ban/di/{id}'])")!.TextContent, StringComparison.Ordinal);

        using var officer = app.Visit(Grassroots);
        var received = await officer.OpenAsync($"/van-ban/den/{copy}");
        Assert.Contains("Sai mục 2", received.Body!.TextContent, StringComparison.Ordinal);
        var question = await officer.OpenAsync($"/van-ban/den/{copy}/thu-hoi");
        var answered = await officer.SubmitAsync(question, "form[action*=Refuse]", ("Refusal", "Đã triển khai xong"));
        Assert.Contains("nơi gửi đã được báo", answered.Body!.TextContent, StringComparison.Ordinal);

        var board = await clerk.OpenAsync($"/van-ban/di/{id}/theo-doi?loc=thu-hoi-tu-choi");
        Assert.Contains("Đã triển khai xong", board.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Nhắc các đơn vị", board.Body.TextContent, StringComparison.Ordinal);
        var book = await clerk.OpenAsync("/van-ban/so/di?sau=0");
        Assert.Contains("Sai mục 2", book.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_issued_document_leads_to_a_draft_that_says_what_it_replaces()
    {
        var before = await app.IssuedAsync();
        using var drafter = app.Visit(Specialist);
        var issued = await drafter.OpenAsync($"/van-ban/di/{before}");
        var link = issued.QuerySelector($"a[href*='van-ban-cu={before}'][href*='Replaces']")!.GetAttribute("href")!;
        var compose = await drafter.OpenAsync(link);
        Assert.Contains("tự động được thu hồi", compose.Body!.TextContent, StringComparison.Ordinal);
        var draft = await drafter.SubmitAsync(compose, "form.dk-card", ("Input.SignerId", app.Given.AccountId(Leader).ToString()));
        Assert.Contains("Thay thế văn bản", draft.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Được thay thế bằng",
            (await drafter.OpenAsync($"/van-ban/di/{before}")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }
}
