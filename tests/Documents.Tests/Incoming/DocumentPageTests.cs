using System.Net;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Documents.Tests.Incoming;

public sealed class DocumentPageTests(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task The_journey_from_book_to_done_has_one_primary_button_for_whoever_is_next()
    {
        var id = await app.RegisteredAsync();
        var address = $"/van-ban/den/{id}";
        using var leader = app.Visit(GivenFederation.Leader);
        using var specialist = app.Visit(GivenFederation.Specialist);
        using var clerk = app.Visit(GivenFederation.Clerk);
        Assert.Empty((await clerk.OpenAsync(address)).QuerySelectorAll("main .btn-primary"));
        Assert.Equal(
            address + "/chi-dao",
            Assert.Single((await leader.OpenAsync(address)).QuerySelectorAll("main .btn-primary")).GetAttribute("href")
        );
        await specialist.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, specialist.Status);

        var form = await leader.OpenAsync(address + "/chi-dao");
        var page = await leader.SubmitAsync(
            form,
            "main .btn-primary",
            ("Input.Phrase", "Giao tham mưu văn bản trả lời."),
            ("Input.Lead", $"p:{app.Given.AccountId(GivenFederation.Specialist)}"),
            ("Input.Days", "3")
        );
        Assert.Contains("13/03/2026", page.Body!.TextContent);

        page = await specialist.OpenAsync(address);
        Assert.Contains("Giao tham mưu văn bản trả lời.", page.Body!.TextContent);
        Assert.NotNull(page.QuerySelector($"a[href='/van-ban/di/soan?tra-loi={id}']"));
        Assert.NotNull(await app.InDbAsync(db => db.Assignments.Where(a => a.IncomingId == id).Select(a => a.OpenedAt).SingleAsync()));
        page = await specialist.SubmitAsync(page, "form[action*='handler=Note']", ("Note", "Đang xin số liệu của các ban."));
        Assert.Contains("Đang xin số liệu của các ban.", page.Body!.TextContent);
        // An answer was asked for, so writing it comes first.
        Assert.Contains("Soạn văn bản trả lời", page.QuerySelector("main .btn-primary")!.TextContent, StringComparison.Ordinal);
        page = await specialist.SubmitAsync(page, "form[action*='handler=Finish']", ("Result", "Đã trả lời bằng văn bản."));
        Assert.Contains("Đã hoàn thành", page.Body!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main .btn-primary"));
    }

    [Fact]
    public async Task Work_is_given_on_prolonged_and_closed_by_pages()
    {
        var id = await app.RegisteredAsync();
        var address = $"/van-ban/den/{id}";
        Assert.True(
            (
                await app.DirectAsync(
                    id,
                    new()
                    {
                        Directive = "Giao.",
                        Lead = $"p:{app.Given.AccountId(GivenFederation.Head)}",
                        Days = 5,
                    }
                )
            ).Ok
        );
        using var head = app.Visit(GivenFederation.Head);
        using var specialist = app.Visit(GivenFederation.Specialist);
        using var stranger = app.Visit(GivenFederation.DistrictClerk);
        var page = await head.OpenAsync(address);
        var giveOn = page.QuerySelector("a[href$='/giao-tiep']")!.GetAttribute("href")!;
        await stranger.GetAsync(giveOn);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);

        await head.SubmitAsync(
            await head.OpenAsync(giveOn),
            "form[data-primary]",
            ("Input.Directive", "Dự thảo giúp."),
            ("Input.Lead", $"p:{app.Given.AccountId(GivenFederation.Specialist)}")
        );
        page = await specialist.OpenAsync(address);
        Assert.Contains("Dự thảo giúp.", page.Body!.TextContent, StringComparison.Ordinal);
        var part = page.QuerySelector("a[href^='/van-ban/phan-viec/']:not([href$='/giao-tiep'])")!.GetAttribute("href")!;
        page = await specialist.SubmitAsync(
            await specialist.OpenAsync(part),
            "form[action*=Time]",
            ("Until", "ngày mai"),
            ("TimeReason", "Chờ")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, specialist.Status);
        Assert.Contains("không phải là ngày", page.Body!.TextContent, StringComparison.Ordinal);
        // 17 March was given; a part given on is due with the part it hangs on until more time is granted.
        await specialist.SubmitAsync(page, "form[action*=Time]", ("Until", "20/03/2026"), ("TimeReason", "Chờ số liệu"));

        page = await head.OpenAsync("/");
        var answer = page.QuerySelector("main a[href$='/cho-gia-han']")!.GetAttribute("href")!;
        await stranger.GetAsync(answer);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await head.SubmitAsync(await head.OpenAsync(answer), "button[value=true]");
        Assert.Contains("20/03/2026", (await specialist.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);

        page = await head.SubmitAsync(await head.OpenAsync(address), "form[action*='handler=Finish']", ("Result", "Xong."));
        Assert.Contains("chưa báo xong", page.Body!.TextContent, StringComparison.Ordinal);
        await specialist.SubmitAsync(await specialist.OpenAsync(address), "form[action*='handler=Finish']", ("Result", "Đã dự thảo."));
        page = await head.SubmitAsync(page, "form[action*='handler=Finish']", ("Result", "Xong."));
        Assert.Contains("Đã hoàn thành văn bản.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_given_only_to_those_who_may_see_its_document_and_can_run_nothing()
    {
        var id = await app.ReceiveAsync();
        using var clerk = app.Visit(GivenFederation.Clerk);
        var response = await clerk.Client.GetAsync($"/van-ban/den/{id}/tep/1");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("attachment", response.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("sandbox", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.True(response.Headers.CacheControl!.Private);
        using var stranger = app.Visit(GivenFederation.DistrictClerk);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.GetAsync($"/van-ban/den/{id}/tep/1")).StatusCode);
    }

    [Fact]
    public async Task A_document_sent_back_needs_a_reason_and_never_gets_a_number()
    {
        var id = await app.ReceiveAsync();
        using var clerk = app.Visit(GivenFederation.Clerk);
        var page = await clerk.SubmitAsync(await clerk.OpenAsync($"/van-ban/den/{id}/tra-lai"), "main .btn-danger", ("Reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        await clerk.SubmitAsync(page, "main .btn-danger", ("Reason", "Gửi nhầm nơi nhận."));
        Assert.False((await app.RegisterAsync(id)).Ok);
        Assert.True(
            await app.InDbAsync(db =>
                db.History.AnyAsync(e => e.DocumentId == id && e.Kind == EventKind.Returned && e.Text.Contains("Gửi nhầm"))
            )
        );
        Assert.Equal(
            IncomingState.Returned,
            await app.InDbAsync(db => db.Incoming.Where(d => d.Id == id).Select(d => d.State).FirstAsync())
        );
    }
}
