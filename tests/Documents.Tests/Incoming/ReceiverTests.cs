using System.Net;
using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Kernel.Notifications;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Incoming;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Documents.Tests.Incoming;

/// <summary>What another unit issued inside the program, seen from its receivers.</summary>
public sealed class ReceiverTests(PagesApp app) : IClassFixture<PagesApp>
{
    private async Task<Guid> CopyOfAsync(Guid outgoing, Guid unit) =>
        await app.InDbAsync(db =>
            db.Receipts.Where(r => r.OutgoingId == outgoing && r.ReceiverId == unit).Select(r => r.IncomingId).FirstAsync()
        );

    private Task<Receipt> ReceiptAsync(Guid copy) => app.InDbAsync(db => db.Receipts.AsNoTracking().FirstAsync(r => r.IncomingId == copy));

    [Fact]
    public async Task A_grassroots_union_acknowledges_and_registers_with_one_button_and_later_says_done()
    {
        var copy = await CopyOfAsync(await app.IssuedAsync(), app.Given.GrassrootsUnits[0].Id);
        using var union = app.Visit(GivenFederation.Grassroots);
        var page = await union.OpenAsync($"/van-ban/den/{copy}");
        Assert.Equal(ReceiptState.Opened, (await ReceiptAsync(copy)).State);
        page = await union.SubmitAsync(page, "main .btn-primary");
        Assert.Contains("Số đến: ", page.Body!.TextContent);
        var registered = await ReceiptAsync(copy);
        Assert.Equal((ReceiptState.Registered, true), (registered.State, registered.ArrivalNumber > 0));
        page = await union.SubmitAsync(page, "main .btn-primary");
        Assert.Contains("Đã hoàn thành", page.Body!.TextContent);
        Assert.Equal(ReceiptState.Done, (await ReceiptAsync(copy)).State);
    }

    [Fact]
    public async Task The_button_pressed_twice_enters_the_document_once()
    {
        var first = await CopyOfAsync(await app.IssuedAsync(), app.Given.GrassrootsUnits[0].Id);
        var presses = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ =>
                    Task.Run(() =>
                        app.DoAsync<AcknowledgeIncoming, Kernel.Results.Result<int>>(
                            GivenFederation.Grassroots,
                            h => h.HandleAsync(first, default)
                        )
                    )
                )
        );
        var number = Assert.Single(presses, p => p.Ok).Value;
        var second = await CopyOfAsync(await app.IssuedAsync(), app.Given.GrassrootsUnits[0].Id);
        Assert.Equal(
            number + 1,
            (
                await app.DoAsync<AcknowledgeIncoming, Kernel.Results.Result<int>>(
                    GivenFederation.Grassroots,
                    h => h.HandleAsync(second, default)
                )
            ).Value
        );
    }

    [Fact]
    public async Task Registered_by_mistake_is_taken_back_within_a_minute_and_the_number_is_free_again()
    {
        var copy = await CopyOfAsync(await app.IssuedAsync(), app.Given.GrassrootsUnits[0].Id);
        using var union = app.Visit(GivenFederation.Grassroots);
        var page = await union.SubmitAsync(await union.OpenAsync($"/van-ban/den/{copy}"), "main .btn-primary");
        var number = (await ReceiptAsync(copy)).ArrivalNumber;
        page = await union.SubmitAsync(page, ".dk-flash form");
        Assert.Contains("Đã hoàn tác", page.Body!.TextContent, StringComparison.Ordinal);
        var row = await app.InDbAsync(db => db.Incoming.AsNoTracking().FirstAsync(d => d.Id == copy));
        var receipt = await ReceiptAsync(copy);
        Assert.Equal(
            (IncomingState.Arrived, null, ReceiptState.Opened, null),
            (row.State, row.ArrivalNumber, receipt.State, receipt.ArrivalNumber)
        );
        // The same number is given again; once another one follows it, it stays.
        var page2 = await union.SubmitAsync(page, "main .btn-primary");
        Assert.Equal(number, (await ReceiptAsync(copy)).ArrivalNumber);
        var next = await CopyOfAsync(await app.IssuedAsync(), app.Given.GrassrootsUnits[0].Id);
        await app.DoAsync<AcknowledgeIncoming, Kernel.Results.Result<int>>(GivenFederation.Grassroots, h => h.HandleAsync(next, default));
        page = await union.SubmitAsync(page2, ".dk-flash form");
        Assert.Contains("không hoàn tác được", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(number, (await ReceiptAsync(copy)).ArrivalNumber);
    }

    [Fact]
    public async Task What_a_receiver_sends_back_waits_for_the_senders_clerk_until_it_is_dealt_with()
    {
        // Other tests send documents back, too.
        const string reason = "Thiếu trang cuối, nhờ gửi lại";
        var outgoing = await app.IssuedAsync();
        var copy = await CopyOfAsync(outgoing, app.Given.GrassrootsUnits[0].Id);
        using var union = app.Visit(GivenFederation.Grassroots);
        await union.SubmitAsync(await union.OpenAsync($"/van-ban/den/{copy}/tra-lai"), "main form", ("Reason", reason));
        using var clerk = app.Visit(GivenFederation.Clerk);
        var waiting = await clerk.OpenAsync("/");
        Assert.Contains(reason, waiting.Body!.TextContent, StringComparison.Ordinal);
        var board = await clerk.OpenAsync(waiting.QuerySelector($"main a[href*='{outgoing}'][href*='loc=tra-lai']")!.GetAttribute("href")!);
        await clerk.SubmitAsync(board, "button[name=receiver]");
        Assert.DoesNotContain(reason, (await clerk.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_unit_issued_is_registered_as_it_is_printed()
    {
        var copy = await CopyOfAsync(await app.IssuedAsync(new(2026, 4, 1)), app.Given.District.Id);
        using var clerk = app.Visit(GivenFederation.DistrictClerk);
        var page = await clerk.OpenAsync($"/van-ban/den/{copy}/vao-so");
        Assert.NotNull(page.QuerySelector("fieldset[disabled] #Input_Subject"));
        await clerk.SubmitAsync(page, "#vao-so .btn-primary", ("Input.Subject", "Chữ khác"));
        var row = await app.InDbAsync(db => db.Incoming.AsNoTracking().FirstAsync(d => d.Id == copy));
        Assert.Equal(
            (IncomingState.Registered, "V/v chuẩn bị đại hội công đoàn cơ sở", new DateOnly(2026, 4, 1)),
            (row.State, row.Subject, row.DueOn!.Value)
        );
        Assert.Equal(
            (ReceiptState.Registered, row.ArrivalNumber),
            ((await ReceiptAsync(copy)).State, (await ReceiptAsync(copy)).ArrivalNumber)
        );
    }

    [Fact]
    public async Task Returned_with_a_reason_it_tells_the_senders_clerk()
    {
        var copy = await CopyOfAsync(await app.IssuedAsync(), app.Given.District.Id);
        using var clerk = app.Visit(GivenFederation.DistrictClerk);
        await clerk.SubmitAsync(
            await clerk.OpenAsync($"/van-ban/den/{copy}/tra-lai"),
            "main .btn-danger",
            ("Reason", "Thiếu phụ lục số 2.")
        );
        var receipt = await ReceiptAsync(copy);
        Assert.Equal((ReceiptState.Returned, "Thiếu phụ lục số 2."), (receipt.State, receipt.ReturnReason));
        Assert.True(
            await app.InDbAsync(db =>
                db.Set<Notice>()
                    .AnyAsync(n => n.AccountId == app.Given.AccountId(GivenFederation.Clerk) && n.Text.Contains("Thiếu phụ lục"))
            )
        );
    }

    [Fact]
    public async Task The_list_of_a_unit_holds_its_own_documents_only_and_goes_on_by_pages()
    {
        for (var i = 0; i < ListModel.PageSize + 1; i++)
            await app.ReceiveAsync(GivenFederation.OtherClerk);
        using var clerk = app.Visit(GivenFederation.OtherClerk);
        var page = await clerk.OpenAsync("/van-ban/den");
        var first = page.QuerySelectorAll(".dk-table tbody a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(ListModel.PageSize, first.Count);
        page = await clerk.OpenAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var second = page.QuerySelectorAll(".dk-table tbody a").Select(a => a.GetAttribute("href")).ToList();
        var all = await app.InDbAsync(db => db.Incoming.Where(d => d.UnitId == app.Given.OtherDistrict.Id).Select(d => d.Id).ToListAsync());
        Assert.Equal(all.Select(id => $"/van-ban/den/{id}").Order(), first.Concat(second).Order());
        using var stranger = app.Visit(GivenFederation.Specialist);
        await stranger.GetAsync("/van-ban/den");
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
    }
}
