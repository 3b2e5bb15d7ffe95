using System.Net;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

/// <summary>Documents that several people sign, through the pages.</summary>
public sealed class CoSignTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string Form = "form[data-primary]",
        CoSign = "form[action*=CoSign]",
        Sign = "form[action$='handler=Sign']";

    [Fact]
    public async Task Those_who_sign_together_sign_in_their_order_and_before_the_signer()
    {
        var address = await ApprovedAsync(Head, Specialist);
        using var specialist = app.Visit(Specialist);
        using var head = app.Visit(Head);
        using var leader = app.Visit(Leader);
        Assert.Null((await specialist.OpenAsync(address)).QuerySelector(CoSign));
        Assert.Null((await leader.OpenAsync(address)).QuerySelector(Sign));
        Assert.Contains("Chờ Người Thử truongban ký", (await leader.OpenAsync(address)).Body!.TextContent);

        var page = await head.OpenAsync("/");
        Assert.Contains("Chờ cùng ký", page.Body!.TextContent);
        page = await head.SubmitAsync(await head.OpenAsync(address), CoSign);
        Assert.Contains("Hãy đánh dấu xác nhận", page.QuerySelector(".dk-errors")!.TextContent);
        page = await head.SubmitAsync(page, CoSign, ("confirmed", "true"));
        Assert.Contains("Đã ghi nhận anh/chị cùng ký", page.QuerySelector(".dk-flash")!.TextContent);
        await specialist.SubmitAsync(await specialist.OpenAsync(address), CoSign, ("confirmed", "true"));

        page = await leader.OpenAsync(address);
        Assert.Contains("Người Thử truongban", page.QuerySelector(".dk-facts")!.TextContent);
        await leader.UploadAsync(page, Sign, [("scan", "ban-ky.png", Acts.Scan())], ("confirmed", "true"));
        Assert.Equal(OutgoingState.Signed, await StateAsync(address));
    }

    [Fact]
    public async Task A_new_version_has_to_be_signed_by_all_again_and_one_of_them_may_send_it_back()
    {
        var address = await ApprovedAsync(Head);
        using var head = app.Visit(Head);
        await head.SubmitAsync(await head.OpenAsync(address), CoSign, ("confirmed", "true"));
        using var specialist = app.Visit(Specialist);
        await specialist.UploadAsync(
            await specialist.OpenAsync(address),
            "form[action*=Upload]",
            [("File", "hai.txt", "bản hai"u8.ToArray())]
        );
        await ApproveAsync(address, 2);
        var page = await head.OpenAsync(address);
        Assert.Contains("chưa ký", page.QuerySelector(".dk-facts")!.TextContent);
        await head.SubmitAsync(page, "form[action*=SendBack]", ("reason", "Sai số liệu"));
        Assert.Equal(OutgoingState.Draft, await StateAsync(address));
    }

    [Fact]
    public async Task Nobody_signs_twice_and_nobody_from_elsewhere_is_named()
    {
        using var specialist = app.Visit(Specialist);
        var form = await specialist.OpenAsync("/van-ban/di/soan");
        var page = await specialist.SubmitAsync(form, Form, Fields([Leader]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, specialist.Status);
        Assert.Contains("là người ký; không chọn làm người cùng ký", page.QuerySelector(".dk-errors")!.TextContent);
        page = await specialist.SubmitAsync(form, Form, Fields([DistrictLeader]));
        Assert.Contains("không còn trong danh sách", page.QuerySelector(".dk-errors")!.TextContent);

        // What was chosen can be changed while it is a draft.
        page = await specialist.SubmitAsync(form, Form, Fields([Head, Specialist]));
        page = await specialist.SubmitAsync(await specialist.OpenAsync(specialist.Address + "/sua"), Form, ("Input.CoSigners", Id(Head)));
        Assert.Contains("Người Thử truongban", page.QuerySelector(".dk-facts")!.TextContent);
        Assert.DoesNotContain("chuyenvien,", page.QuerySelector(".dk-facts")!.TextContent);
    }

    private string Id(string userName) => app.Given.AccountId(userName).ToString();

    private (string, string)[] Fields(string[] together) =>
        [
            ("Input.KindCode", "BC"),
            ("Input.Subject", "Kết quả kiểm tra"),
            ("Input.SignerId", Id(Leader)),
            .. together.Select(person => ("Input.CoSigners", Id(person))),
        ];

    /// <summary>Drafted for several to sign, approved twice.</summary>
    private async Task<string> ApprovedAsync(params string[] together)
    {
        using var specialist = app.Visit(Specialist);
        await specialist.SubmitAsync(await specialist.OpenAsync("/van-ban/di/soan"), Form, Fields(together));
        var address = specialist.Address;
        await specialist.UploadAsync(
            await specialist.OpenAsync(address),
            "form[action*=Upload]",
            [("File", "mot.txt", "bản một"u8.ToArray())]
        );
        await ApproveAsync(address, 1);
        return address;
    }

    private async Task ApproveAsync(string address, int version)
    {
        var id = Guid.Parse(address.Split('/')[^1]);
        await app.SubmitAsync(id);
        await app.ApproveContentAsync(id, version);
        await app.ApproveFormatAsync(id, version);
        Assert.Equal(OutgoingState.Signing, await StateAsync(address));
    }

    private Task<OutgoingState> StateAsync(string address)
    {
        var id = Guid.Parse(address.Split('/')[^1]);
        return app.InDbAsync(db => db.Set<OutgoingDocument>().Where(d => d.Id == id).Select(d => d.State).FirstAsync());
    }
}
