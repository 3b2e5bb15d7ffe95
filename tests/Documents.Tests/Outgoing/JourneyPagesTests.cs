using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Modules.Documents;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

/// <summary>The journey of an outgoing document through its pages, without JavaScript.</summary>
public sealed class JourneyPagesTests(PagesApp app) : IClassFixture<PagesApp>
{
    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Drafts and submits through the pages; the address of the document.</summary>
    private async Task<string> SubmittedAsync(Visitor specialist)
    {
        var form = await specialist.OpenAsync("/van-ban/di/soan");
        await specialist.UploadAsync(
            form,
            "form[enctype]",
            [("Input.File", "du-thao.docx", Bytes("dự thảo " + Guid.NewGuid()))],
            ("Input.KindCode", "KH"),
            ("Input.Subject", "Tổ chức Tháng Công nhân"),
            ("Input.ReplyBy", "31/12/2026")
        );
        var address = specialist.Address;
        await specialist.SubmitAsync(await specialist.OpenAsync(address), "form[action*=Submit]");
        return address;
    }

    private async Task<string> SignedAsync()
    {
        var address = await SubmittedAsync(app.Visit(Specialist));
        var (head, clerk, leader) = (app.Visit(Head), app.Visit(Clerk), app.Visit(Leader));
        await head.SubmitAsync(await head.OpenAsync(address), "form[action*=ApproveContent]");
        await clerk.SubmitAsync(await clerk.OpenAsync(address), "form[action*=ApproveFormat]");
        await leader.UploadAsync(
            await leader.OpenAsync(address),
            "form[action*=Sign]",
            [("scan", "ban-ky.png", Acts.Scan())],
            ("confirmed", "true")
        );
        Assert.Contains("Đã ký", (await leader.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        return address;
    }

    [Fact]
    public async Task A_document_goes_from_draft_to_the_board_and_a_second_click_on_issue_shows_the_issued_one()
    {
        var address = await SignedAsync();
        var clerk = app.Visit(Clerk);
        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/phat-hanh"), "button[value=Below]");
        var confirm = await clerk.OpenAsync(address + "/phat-hanh/xac-nhan");
        Assert.Contains("Phát hành tới 12 đơn vị", confirm.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("KH-LĐLĐ", ((IHtmlInputElement)confirm.QuerySelector("#Notation")!).Value);

        var second = app.Visit(Clerk);
        var same = await second.OpenAsync(address + "/phat-hanh/xac-nhan");
        var board = await clerk.SubmitAsync(confirm, "form[data-primary]");
        Assert.Equal((HttpStatusCode.OK, address + "/theo-doi"), (clerk.Status, clerk.Address));
        Assert.Equal(12, board.QuerySelectorAll("#board tbody tr").Length);
        var again = await second.SubmitAsync(same, "form[data-primary]");
        Assert.Equal((HttpStatusCode.OK, address + "/theo-doi"), (second.Status, second.Address));
        Assert.Contains("đã được phát hành trước đó", again.Body!.TextContent, StringComparison.Ordinal);
        var id = Guid.Parse(address.Split('/')[^1]);
        Assert.Equal(12, await app.InDbAsync(db => db.Receipts.CountAsync(r => r.OutgoingId == id)));
        Assert.Equal(12, (await clerk.OpenAsync(address + "/theo-doi/bang")).QuerySelectorAll("tbody tr").Length);
        Assert.Equal(HttpStatusCode.OK, (await clerk.Client.GetAsync(address + "/theo-doi.xlsx")).StatusCode);
    }

    [Fact]
    public async Task Only_pages_as_printed_stand_for_the_signed_paper()
    {
        var address = await SubmittedAsync(app.Visit(Specialist));
        var (head, clerk, leader) = (app.Visit(Head), app.Visit(Clerk), app.Visit(Leader));
        await head.SubmitAsync(await head.OpenAsync(address), "form[action*=ApproveContent]");
        await clerk.SubmitAsync(await clerk.OpenAsync(address), "form[action*=ApproveFormat]");
        var page = await leader.UploadAsync(
            await leader.OpenAsync(address),
            "form[action*=Sign]",
            [("scan", "bang-luong.xlsx", Bytes("không phải bản quét"))],
            ("confirmed", "true")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, leader.Status);
        Assert.Contains("phải là tệp PDF hoặc ảnh", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_symbol_other_than_the_rule_says_is_asked_about_and_the_pages_that_go_out_are_shown()
    {
        var address = await SignedAsync();
        var clerk = app.Visit(Clerk);
        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/phat-hanh"), "button[value=Below]");
        var confirm = await clerk.OpenAsync(address + "/phat-hanh/xac-nhan");
        Assert.NotNull(confirm.QuerySelector("#xem img"));
        var asked = await clerk.SubmitAsync(confirm, "form[data-primary]", ("Notation", "KH-LĐLD"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains("theo quy định là KH-LĐLĐ", asked.Body!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(asked, "form[data-primary]", ("IsNotationMeant", "true"));
        Assert.Equal(address + "/theo-doi", clerk.Address);
    }

    [Fact]
    public async Task By_the_way_of_paper_the_number_is_kept_first_and_the_clerk_attaches_what_was_signed()
    {
        var address = await SubmittedAsync(app.Visit(Specialist));
        var (head, clerk) = (app.Visit(Head), app.Visit(Clerk));
        await head.SubmitAsync(await head.OpenAsync(address), "form[action*=ApproveContent]");
        await clerk.SubmitAsync(await clerk.OpenAsync(address), "form[action*=ApproveFormat]");
        await app.Visit(DistrictClerk).GetAsync(address + "/giu-so");
        var page = await clerk.SubmitAsync(await clerk.OpenAsync(address + "/giu-so"), "form[data-primary]");
        var number = page.QuerySelector("main form strong")!.TextContent;
        Assert.EndsWith("/KH-LĐLĐ", number, StringComparison.Ordinal);
        Assert.Contains(number, (await clerk.OpenAsync("/van-ban/so/di")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đính bản đã ký", (await clerk.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        page = await clerk.UploadAsync(
            await clerk.OpenAsync(address),
            "form[action*=AttachSigned]",
            [("Scan", "ban-giay.png", Acts.Scan())],
            ("confirmed", "true")
        );
        Assert.Contains("Đã đính bản đã ký", page.Body!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/phat-hanh"), "button[value=Below]");
        var confirm = await clerk.OpenAsync(address + "/phat-hanh/xac-nhan");
        Assert.Contains("tự so số và ngày", confirm.Body!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(confirm, "form[data-primary]");
        Assert.Equal(address + "/theo-doi", clerk.Address);
        Assert.Contains(number, (await clerk.OpenAsync(address)).QuerySelector(".dk-document-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_it_went_to_bodies_outside_stands_on_document_board_and_book()
    {
        var address = await SignedAsync();
        var clerk = app.Visit(Clerk);
        var receivers = await clerk.OpenAsync(address + "/phat-hanh");
        var tooLong = new string('x', 201);
        receivers = await clerk.SubmitAsync(receivers, "form[action*=Outside]", ("outside", "Sở Nội vụ\n" + tooLong));
        Assert.Contains(tooLong, ((IHtmlTextAreaElement)receivers.QuerySelector("#Outside")!).Value, StringComparison.Ordinal);
        await clerk.SubmitAsync(receivers, "form[action*=Outside]", ("outside", "Sở Nội vụ\nSỞ  NỘI VỤ\nBáo Nghệ An"));
        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/phat-hanh/xac-nhan"), "form[data-primary]");

        var page = await clerk.OpenAsync(address + "/gui-ngoai");
        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        await clerk.SubmitAsync(page, "form[data-primary]", ("Lines[0].Way", "0"));
        const string Told = "Sở Nội vụ (bưu điện, ";
        foreach (var where in (string[])[address, address + "/theo-doi", "/van-ban/so/di"])
            Assert.Contains(Told, (await clerk.OpenAsync(where)).Body!.TextContent, StringComparison.Ordinal);
        await app.Visit(DistrictClerk).GetAsync(address + "/gui-ngoai");
        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/gui-ngoai"), "form[data-primary]", ("Lines[1].SentOn", "01/01/2020"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
    }

    [Fact]
    public async Task The_nearest_names_of_a_slip_are_offered_and_the_other_lines_stay()
    {
        var clerk = app.Visit(Clerk);
        var page = await clerk.OpenAsync(await SignedAsync() + "/phat-hanh");
        const string Slip = "1. Liên đoàn Lao động huyện Thứ Hay";
        page = await clerk.SubmitAsync(page, "[value=Pasted]", ("value", $"CS001\tbất kỳ\n{Slip}\nkhông đâu cả"));
        var offer = page.QuerySelectorAll("input[name=meant]")
            .First(o => o.GetAttribute("value")!.EndsWith(Slip, StringComparison.Ordinal));
        Assert.StartsWith(app.Given.OtherDistrict.Id.ToString(), offer.GetAttribute("value"), StringComparison.Ordinal);
        page = await clerk.SubmitAsync(page, "form#meant", ("meant", offer.GetAttribute("value")!));
        Assert.Equal("không đâu cả", page.QuerySelector("textarea[name=value]")!.TextContent.Trim());
        Assert.Contains("2 đơn vị", page.QuerySelector("#chosen")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_sent_twice_answers_with_the_present_state()
    {
        var address = await SubmittedAsync(app.Visit(Specialist));
        var head = app.Visit(Head);
        var page = await head.OpenAsync(address);
        await head.SubmitAsync(page, "form[action*=ApproveContent]");
        var again = await head.SubmitAsync(page, "form[action*=ApproveContent]");
        Assert.Equal((HttpStatusCode.OK, address), (head.Status, head.Address));
        Assert.Contains("Chờ duyệt thể thức", again.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_things_are_said_beside_their_fields_and_nothing_typed_is_lost()
    {
        var specialist = app.Visit(Specialist);
        var page = await specialist.SubmitAsync(
            await specialist.OpenAsync("/van-ban/di/soan"),
            "form[enctype]",
            ("Input.Subject", ""),
            ("Input.Note", "giữ lại"),
            ("Input.ReplyBy", "45/13/2026")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, specialist.Status);
        Assert.Equal("giữ lại", ((IHtmlTextAreaElement)page.QuerySelector("[name='Input.Note']")!).Value);
        Assert.Contains("45/13/2026", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_filtered_and_searched_and_hides_drafts_from_others()
    {
        var address = await SubmittedAsync(app.Visit(Specialist));
        var link = $"a[href='{address}']";
        Assert.NotNull(
            (await app.Visit(Clerk).OpenAsync("/van-ban/di?trang-thai=ContentReview&tu-khoa=thang cong nhan")).QuerySelector(link)
        );
        Assert.Null((await app.Visit(Clerk).OpenAsync("/van-ban/di?trang-thai=Issued")).QuerySelector(link));
        Assert.Null((await app.Visit(Viewer).OpenAsync("/van-ban/di")).QuerySelector(link));
        var stranger = app.Visit(DistrictClerk);
        foreach (
            var part in (string[])
                ["", "/sua", "/phat-hanh", "/phat-hanh/xac-nhan", "/theo-doi", "/theo-doi/bang", "/theo-doi.xlsx", "/phien-ban/1"]
        )
        {
            await stranger.GetAsync(address + part);
            Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        }
    }

    [Fact]
    public async Task An_address_kept_by_a_browser_shows_the_version_it_was_made_for_or_leads_to_the_present_one()
    {
        var specialist = app.Visit(Specialist);
        var address = await SubmittedAsync(specialist);
        string LinkOn(IHtmlDocument page) => page.QuerySelector("a[href*='/tep/1']")!.GetAttribute("href")!;
        var first = LinkOn(await specialist.OpenAsync(address));
        var kept = await specialist.Client.GetAsync(first);
        Assert.Contains("max-age", kept.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        await specialist.UploadAsync(
            await specialist.OpenAsync(address),
            "form[action*=Upload]",
            [("file", "ban-hai.docx", Bytes("bản hai " + Guid.NewGuid()))]
        );
        var second = LinkOn(await specialist.OpenAsync(address));
        Assert.NotEqual(first, second);
        await specialist.GetAsync(first);
        Assert.Equal((HttpStatusCode.OK, second), (specialist.Status, specialist.Address));
        var bare = await specialist.Client.GetAsync(first.Split('?')[0]);
        Assert.True(bare.Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task A_viewer_reads_the_issued_document_and_not_the_versions_before_it()
    {
        var address = await SignedAsync();
        var clerk = app.Visit(Clerk);
        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/phat-hanh"), "button[value=Below]");
        await clerk.SubmitAsync(await clerk.OpenAsync(address + "/phat-hanh/xac-nhan"), "form[data-primary]");
        var viewer = app.Visit(Viewer);
        var page = await viewer.OpenAsync(address);
        Assert.Empty(page.QuerySelectorAll("a[href*='/phien-ban/']"));
        await viewer.GetAsync(address + "/phien-ban/1");
        Assert.Equal(HttpStatusCode.NotFound, viewer.Status);
        await clerk.GetAsync(address + "/phien-ban/1");
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
    }
}
