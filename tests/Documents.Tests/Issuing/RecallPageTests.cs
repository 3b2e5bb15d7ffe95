using System.Net;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Incoming;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Issuing;

/// <summary>The pages of a recall, as the clerk of the sender and the officer of a school see them.</summary>
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
}
