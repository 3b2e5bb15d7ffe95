using System.Net;
using DoanKet.Kernel;
using DoanKet.Kernel.Results;
using DoanKet.Members.Tests.Cards;
using DoanKet.Modules.Members.Benefits;
using DoanKet.Modules.Members.Cards;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class BenefitsOnSqlite(SqliteApp app) : BenefitTests(app), IClassFixture<SqliteApp>;

public sealed class BenefitsOnPostgreSql(PostgreSqlApp app) : BenefitTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>Quotas at the counters are exact, whoever presses when and how often.</summary>
public abstract class BenefitTests(UnionApp app)
{
    [Fact]
    public async Task Of_many_who_press_at_one_moment_as_many_get_it_as_there_are()
    {
        var (counter, offer) = await OfferAsync("Siêu thị Song song", quota: 7, ofMember: null);
        var cards = await app.CardholdersAsync("Đinh Văn Quầy", 12);
        var used = await Task.WhenAll(cards.Select(card => UseAsync(counter, offer, Ids.New(), card.Code)));
        Assert.Equal(7, used.Count(result => result.Ok));
        Assert.Equal((7, 7), await CountAsync(offer));
        Assert.Contains("hết lượt", used.First(result => !result.Ok).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_press_is_the_same_use_and_nobody_has_more_than_the_share_of_one()
    {
        var (counter, offer) = await OfferAsync("Phòng khám Một lần", quota: null, ofMember: 2);
        var card = (await app.CardholdersAsync("Tạ Thị Lượt", 1))[0];
        var press = Ids.New();
        var presses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => UseAsync(counter, offer, press, card.Code)));
        Assert.All(presses, result => Assert.True(result.Ok, result.Message));
        Assert.Equal((1, 1), await CountAsync(offer));
        Assert.True((await UseAsync(counter, offer, Ids.New(), card.Code)).Ok);
        Assert.Contains("lượt của mình", (await UseAsync(counter, offer, Ids.New(), card.Code)).Message, StringComparison.Ordinal);
        Assert.Equal((2, 2), await CountAsync(offer));
    }

    [Fact]
    public async Task A_lost_card_a_foreign_offer_and_an_old_counter_get_nothing()
    {
        var (counter, offer) = await OfferAsync("Nhà xe Đúng", quota: null, ofMember: null);
        var (_, foreign) = await OfferAsync("Nhà xe Khác", quota: null, ofMember: null);
        var card = (await app.CardholdersAsync("Kim Văn Mất", 1))[0];
        Assert.True((await UseAsync(counter, foreign, Ids.New(), card.Code)).IsRefused);
        Assert.False((await UseAsync(counter, offer, Ids.New(), "khong co the nay")).Ok);
        await app.AsAsync(Organiser, s => s.GetRequiredService<EndCard>().HandleAsync(card.Id, CardState.Lost, "", default));
        Assert.False((await UseAsync(counter, offer, Ids.New(), card.Code)).Ok);
        var partner = await app.InDbAsync(db => db.Set<Offer>().Where(o => o.Id == offer).Select(o => o.PartnerId).SingleAsync());
        Assert.True(
            (await app.AsAsync(Grassroots, s => s.GetRequiredService<SavePartner>().RenewCounterAsync(partner, default))).IsRefused
        );
        Assert.True((await app.AsAsync(Organiser, s => s.GetRequiredService<SavePartner>().RenewCounterAsync(partner, default))).Ok);
        Assert.True((await UseAsync(counter, offer, Ids.New(), card.Code)).IsRefused);
        Assert.Equal((0, 0), await CountAsync(offer));
    }

    private async Task<(string Counter, Guid Offer)> OfferAsync(string name, int? quota, int? ofMember)
    {
        PartnerInput partner = new() { Name = name, ValidFrom = new(2026, 1, 1) };
        var made = await app.AsAsync(Organiser, s => s.GetRequiredService<SavePartner>().HandleAsync(null, partner, default));
        OfferInput offer = new()
        {
            Title = "Giảm 10%",
            ValidFrom = new(2026, 1, 1),
            Quota = quota,
            QuotaOfMember = ofMember,
        };
        Assert.True(
            (await app.AsAsync(Organiser, s => s.GetRequiredService<SaveOffer>().HandleAsync(made.Value, null, offer, default))).Ok
        );
        return await app.InDbAsync(async db =>
            (
                await db.Set<Partner>().Where(p => p.Id == made.Value).Select(p => p.CounterCode).SingleAsync(),
                await db.Set<Offer>().Where(o => o.PartnerId == made.Value).Select(o => o.Id).SingleAsync()
            )
        );
    }

    private Task<Result> UseAsync(string counter, Guid offer, Guid use, string scanned) =>
        app.InScopeAsync(s => s.GetRequiredService<UseOffer>().HandleAsync(counter, offer, use, scanned, default));

    /// <summary>What the offer says and what the rows say.</summary>
    private Task<(int Kept, int Counted)> CountAsync(Guid offer) =>
        app.InDbAsync(async db =>
            (
                await db.Set<Offer>().Where(o => o.Id == offer).Select(o => o.Used).SingleAsync(),
                await db.Set<OfferUse>().CountAsync(u => u.OfferId == offer)
            )
        );
}

public sealed class BenefitPagesTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string Form = "form[data-primary]";

    [Fact]
    public async Task A_partner_gets_a_counter_and_records_what_a_member_used()
    {
        using var organiser = app.Visit(Organiser);
        var page = await organiser.SubmitAsync(
            await organiser.OpenAsync("/doan-vien/phuc-loi/them"),
            Form,
            ("Input.Name", "Nhà sách Ví dụ"),
            ("Input.Trade", "Sách, văn phòng phẩm")
        );
        page = await organiser.SubmitAsync(page, Form, ("Offer.Title", "Giảm 20% sách giáo khoa"), ("Offer.Quota", "1.500"));
        Assert.Contains("0/1.500 lượt", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var counter = new Uri(page.QuerySelector("main a[href*='/quay/']")!.GetAttribute("href")!).AbsolutePath;

        var card = (await app.CardholdersAsync("Phùng Thị Sách", 1))[0];
        var token = app.Services.GetRequiredService<CardIssuer>().QrText(card.Code, card.IssuedOn!.Value);
        using var shop = app.Stranger();
        page = await shop.SubmitAsync(await shop.OpenAsync(counter), Form, ("Scanned", token));
        Assert.Contains("Phùng Thị Sách", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var offer = page;
        page = await shop.SubmitAsync(offer, "form[action*='handler=Use']");
        Assert.Contains("Đã ghi nhận", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await shop.SubmitAsync(offer, "form[action*='handler=Use']");
        // The next customer, on the page that answered the last one.
        page = await shop.SubmitAsync(page, Form, ("Scanned", "AAAA-BBBB-CCCC-DDDD"));
        Assert.Contains("không có hiệu lực", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        page = await organiser.OpenAsync(organiser.Address);
        Assert.Contains("1/1.500 lượt", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("CĐCS Trường Tiểu học số 1: 1 lượt", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var officer = app.Visit(Grassroots);
        page = await officer.OpenAsync("/doan-vien/phuc-loi");
        Assert.Contains("Giảm 20% sách giáo khoa", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href*='/doan-vien/phuc-loi/']"));
        await shop.GetAsync("/quay/aaaabbbbccccdddd");
        Assert.Equal(HttpStatusCode.NotFound, shop.Status);
    }
}
