using System.Net;
using DoanKet.CardTokens;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Shared;
using DoanKet.PaperForms.Cards;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests.Cards;

public sealed class CardPagesTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string Form = "form[data-primary]";

    [Fact]
    public async Task A_union_asks_the_one_above_prints_and_the_member_gets_the_card()
    {
        var member = await MemberAsync("Hà Thị Thẻ");
        using var officer = app.Visit(Grassroots);
        var picture = await officer.UploadAsync(
            await officer.OpenAsync($"/doan-vien/{member}/anh"),
            Form,
            [("Input.Picture", "a.png", Png())]
        );
        var source = picture.QuerySelector("img.dk-portrait")!.GetAttribute("src")!;
        Assert.Equal("image/jpeg", (await officer.Client.GetAsync(source)).Content.Headers.ContentType!.MediaType);
        using var stranger = app.Visit(OtherClerk);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Client.GetAsync(source)).StatusCode);

        var page = await officer.SubmitAsync(await officer.OpenAsync("/doan-vien/the/de-nghi"), Form);
        Assert.Contains("Đã đề nghị cấp", page.QuerySelector(".dk-flash")!.TextContent, StringComparison.Ordinal);

        using var organiser = app.Visit(Organiser);
        Assert.Contains("Thẻ chờ duyệt", (await organiser.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        await organiser.SubmitAsync(await organiser.OpenAsync("/doan-vien/the?nhom=Asked"), Form);
        page = await organiser.SubmitAsync(
            await organiser.OpenAsync("/doan-vien/the/lo-in"),
            "form[action*='Blanks']",
            ("Blanks.Count", "1.000"),
            ("Blanks.Note", "Phiếu 12")
        );
        Assert.Contains("Còn 1.000 phôi", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        page = await organiser.SubmitAsync(page, Form, ("Input.UnitCode", "CS001"));
        var batch = organiser.Address;
        Assert.NotNull(page.QuerySelector("progress"));
        await app.RunJobsAsync();
        page = await organiser.OpenAsync(batch);
        var pdf = await organiser.Client.GetByteArrayAsync(page.QuerySelector("a[href$='.pdf']")!.GetAttribute("href"));
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        page = await organiser.SubmitAsync(page, Form, ("Input.Spoilt", "1"));
        page = await organiser.SubmitAsync(page, Form);
        Assert.Contains("Đã giao hết", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Assert.Contains("Thẻ chờ trao", (await officer.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        await officer.SubmitAsync(await officer.OpenAsync("/doan-vien/the?nhom=Delivered"), Form);
        var card = await CardAsync(member);
        Assert.Equal(CardState.InHand, card.State);

        using var shop = app.Stranger();
        page = await shop.OpenAsync("/the?ma=" + CardCode.Show(card.Code).ToLowerInvariant());
        Assert.Contains("Thẻ hợp lệ", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await officer.SubmitAsync(
            await officer.OpenAsync($"/doan-vien/{member}/the"),
            "form[action*='handler=End']",
            ("Way", "Lost"),
            ("EndNote", "Rơi ở chợ")
        );
        page = await shop.OpenAsync("/the?ma=" + card.Code);
        Assert.Contains("không có hiệu lực", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Hà Thị Thẻ", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        page = await officer.OpenAsync($"/doan-vien/{member}/the");
        Assert.Contains("Rơi ở chợ", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_union_above_says_why_it_refuses_and_the_union_asks_again()
    {
        var member = await MemberAsync("Lương Thị Hỏi");
        using var officer = app.Visit(Grassroots);
        var address = $"/doan-vien/{member}/the";
        await officer.SubmitAsync(await officer.OpenAsync(address), Form);
        using var organiser = app.Visit(Organiser);
        var page = await organiser.SubmitAsync(await organiser.OpenAsync(address), "form[action*='Refuse']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, organiser.Status);
        await organiser.SubmitAsync(page, "form[action*='Refuse']", ("RefuseNote", "Thiếu ảnh"));
        page = await officer.OpenAsync(address);
        Assert.Contains("Thiếu ảnh", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await officer.SubmitAsync(page, Form);
        Assert.Equal(CardState.Asked, (await CardAsync(member)).State);
    }

    [Fact]
    public async Task A_layout_is_changed_in_millimetres_with_commas()
    {
        using var organiser = app.Visit(Organiser);
        var page = await organiser.OpenAsync("/doan-vien/the/mau");
        var before = await organiser.Client.GetByteArrayAsync("/doan-vien/the/mau/tep/xem.png");
        await organiser.UploadAsync(page, Form, [], ("Input.Places[0].X", "60,5"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, organiser.Status);
        page = await organiser.UploadAsync(
            await organiser.OpenAsync("/doan-vien/the/mau"),
            Form,
            [],
            ("Input.Places[0].Height", "12,5"),
            ("Input.Places[2].Text", "THẺ CÔNG ĐOÀN"),
            ("Input.Places[1].Width", "")
        );
        Assert.Contains("Đã lưu", page.QuerySelector(".dk-flash")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("12,5", page.QuerySelector("[name='Input.Places[0].Height']")!.GetAttribute("value"));
        Assert.Equal("THẺ CÔNG ĐOÀN", page.QuerySelector("[name='Input.Places[1].Text']")!.GetAttribute("value"));
        Assert.NotEqual(before, await organiser.Client.GetByteArrayAsync("/doan-vien/the/mau/tep/xem.png"));
        await organiser.UploadAsync(page, Form, [("Input.Picture", "nen.png", "no picture"u8.ToArray())]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, organiser.Status);
    }

    private async Task<Guid> MemberAsync(string name)
    {
        Assert.True((await app.ImportAsync(Organiser, $"Họ và tên,Ngày sinh,Giới tính\n{name},05/03/1985,Nữ\n")).Ok);
        return await app.InDbAsync(db => db.Set<Member>().Where(m => m.FullName == name).Select(m => m.Id).SingleAsync());
    }

    private Task<MemberCard> CardAsync(Guid member) =>
        app.InDbAsync(db => db.Set<MemberCard>().Where(c => c.MemberId == member).OrderByDescending(c => c.Id).FirstAsync());

    private static byte[] Png() => CardPages.Preview(new([]), null, new(new Dictionary<string, string>(), null, ""));
}
