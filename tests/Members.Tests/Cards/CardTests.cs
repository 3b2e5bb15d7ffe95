using System.Text.Json;
using DoanKet.CardTokens;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Checking;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Printing;
using DoanKet.Modules.Members.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests.Cards;

public sealed class CardsOnSqlite(SqliteApp app) : CardTests(app), IClassFixture<SqliteApp>;

public sealed class CardsOnPostgreSql(PostgreSqlApp app) : CardTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>The way of cards from asking to the end, below the pages.</summary>
public abstract class CardTests(UnionApp app)
{
    [Fact]
    public async Task Two_who_ask_at_one_moment_get_one_card_for_each()
    {
        var members = await OthersAsync("Hoàng Văn Song", 6);
        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(Organiser, members)));
        Assert.Contains(asked, result => result.Ok);
        Assert.All(asked.Where(result => !result.Ok), result => Assert.NotEmpty(result.Message));
        var cards = await CardsAsync(members);
        Assert.Equal(6, cards.Count);
        Assert.Equal(6, cards.Select(c => c.MemberId).Distinct().Count());
    }

    [Fact]
    public async Task A_card_goes_from_asking_to_the_member_and_the_blanks_are_right()
    {
        var members = await MembersAsync("Trịnh Thị Đường", 5);
        Assert.Equal(5, (await AskAsync(Grassroots, members)).Value);
        var cards = await CardsAsync(members);
        Assert.All(cards, card => Assert.Equal(CardState.Asked, card.State));
        // Who asks below does not approve.
        Assert.True((await ApproveAsync(Grassroots, cards)).IsRefused);
        Assert.Equal(5, (await ApproveAsync(Organiser, cards)).Value);

        var batch = await BatchAsync("CS001");
        await app.RunJobsAsync();
        Assert.Equal(5, await app.InDbAsync(db => db.Set<CardFile>().Where(f => f.BatchId == batch).SumAsync(f => f.Count)));

        await ReceiveAsync(10);
        var before = await LeftAsync();
        var none = await PrintedAsync(batch, new() { Spoilt = before.Left });
        Assert.Contains($"Sổ phôi còn {before.Left} phôi", none.Message, StringComparison.Ordinal);
        cards = await CardsAsync(members);
        Assert.All(cards, card => Assert.Equal(CardState.Printing, card.State));
        var wrong = await PrintedAsync(batch, new() { NotPrinted = "ABCD-EFGH" });
        Assert.Contains("ABCD-EFGH", wrong.Message, StringComparison.Ordinal);
        var unprinted = cards[0];
        Assert.True((await PrintedAsync(batch, new() { Spoilt = 2, NotPrinted = CardCode.Show(unprinted.Code).ToLowerInvariant() })).Ok);
        Assert.False((await PrintedAsync(batch, new())).Ok);
        var left = await LeftAsync();
        Assert.Equal(before with { Used = before.Used + 4, Spoilt = before.Spoilt + 2 }, left);
        Assert.Equal(before.Left - 6, left.Left);

        // The one that was not printed waits for the next batch under a code that nobody has seen.
        var again = (await CardsAsync([unprinted.MemberId])).Single(c => c.State == CardState.Approved);
        Assert.NotEqual(unprinted.Code, again.Code);
        Assert.Equal(1, again.Edition);

        Assert.Equal(4, (await DeliveredAsync(batch, app.Given.GrassrootsUnits[0].Id)).Value);
        var delivered = (await CardsAsync(members)).Where(c => c.State == CardState.Delivered).ToList();
        Assert.False((await CheckAsync(delivered[0].Code)).IsGood);
        Assert.Equal(4, (await HandOverAsync(Grassroots, delivered)).Value);
        var good = await CheckAsync(delivered[0].Code);
        Assert.True(good.IsGood);
        Assert.StartsWith("Trịnh Thị Đường", good.Name, StringComparison.Ordinal);
        Assert.DoesNotContain(delivered[0].Code[..4], good.MaskedCode, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_card_takes_the_place_of_the_one_in_hand()
    {
        var member = (await OthersAsync("Lưu Thị Thay", 1))[0];
        var first = await InHandAsync(member);
        var refused = await AsAsync(Clerk, s => s.GetRequiredService<AskForCards>().AgainAsync(member, "", default));
        Assert.True(refused.IsRefused);
        Assert.True((await AsAsync(Organiser, s => s.GetRequiredService<AskForCards>().AgainAsync(member, "Đổi họ tên", default))).Ok);
        Assert.False((await AsAsync(Organiser, s => s.GetRequiredService<AskForCards>().AgainAsync(member, "", default))).Ok);
        Assert.True((await CheckAsync(first.Code)).IsGood);
        var second = await PrintAndHandOverAsync(member);
        Assert.Equal((CardReason.Exchange, 2), (second.Reason, second.Edition));
        Assert.Equal(CardState.Replaced, (await CheckAsync(first.Code)).State);
        Assert.True((await CheckAsync(second.Code)).IsGood);

        Assert.True((await EndAsync(Organiser, second.Id, CardState.Lost)).Ok);
        Assert.False((await EndAsync(Organiser, second.Id, CardState.Lost)).Ok);
        Assert.True((await AsAsync(Organiser, s => s.GetRequiredService<AskForCards>().AgainAsync(member, "", default))).Ok);
        var third = (await CardsAsync([member])).Single(c => c.State.IsOnItsWay());
        Assert.Equal((CardReason.Reissue, 3), (third.Reason, third.Edition));
    }

    [Fact]
    public async Task A_lost_card_is_refused_at_once_with_and_without_a_network()
    {
        var member = (await OthersAsync("Vi Văn Mất", 1))[0];
        var card = await InHandAsync(member);
        var issuer = app.Services.GetRequiredService<CardIssuer>();
        var token = issuer.QrText(card.Code, card.IssuedOn!.Value);
        var folder = Directory.CreateTempSubdirectory("cards").FullName;
        var (key, before, after) = (Path.Combine(folder, "key.pem"), Path.Combine(folder, "1.txt"), Path.Combine(folder, "2.txt"));
        using var stranger = app.Stranger();
        await File.WriteAllTextAsync(key, await stranger.Client.GetStringAsync("/the/tep/khoa-cong-khai.pem"));
        await File.WriteAllTextAsync(before, await stranger.Client.GetStringAsync("/the/tep/the-het-hieu-luc.txt"));
        Assert.True((await CheckAsync(token)).IsGood);
        Assert.True(await VerifiesAsync(token, "--key", key, "--revoked", before));

        await EndAsync(Organiser, card.Id, CardState.Lost);
        Assert.Equal(CardState.Lost, (await CheckAsync(token)).State);
        await File.WriteAllTextAsync(after, await stranger.Client.GetStringAsync("/the/tep/the-het-hieu-luc.txt"));
        Assert.False(await VerifiesAsync(token, "--key", key, "--revoked", after));
        Assert.True(await VerifiesAsync(token, "--key", await File.ReadAllTextAsync(key)));
        Assert.False(await VerifiesAsync((token[0] == 'B' ? 'C' : 'B') + token[1..], "--key", key));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_card_ends_with_the_membership_and_one_on_its_way_too()
    {
        var members = await OthersAsync("Bùi Thị Thôi", 2);
        var card = await InHandAsync(members[0]);
        await AskAsync(Organiser, [members[1]]);
        foreach (var member in members)
        {
            MovementInput retired = new() { Kind = MovementKind.Retired, On = new(2026, 3, 1) };
            Assert.True((await AsAsync(Organiser, s => s.GetRequiredService<MoveMember>().HandleAsync(member, retired, default))).Ok);
        }
        Assert.All(await CardsAsync(members), c => Assert.Equal(CardState.Withdrawn, c.State));
        Assert.False((await CheckAsync(card.Code)).IsGood);
        Assert.False((await AsAsync(Organiser, s => s.GetRequiredService<AskForCards>().AgainAsync(members[0], "", default))).Ok);
    }

    [Fact]
    public async Task Nobody_reaches_cards_and_blanks_of_others()
    {
        var member = (await OthersAsync("Cầm Văn Lạ", 1))[0];
        await AskAsync(Organiser, [member]);
        var card = (await CardsAsync([member])).Single();
        Assert.True((await EndAsync(OtherClerk, card.Id, CardState.Lost)).IsRefused);
        Assert.True((await HandOverAsync(DistrictLeader, [card])).IsRefused);
        BlanksInput blanks = new() { Count = 5, On = new(2026, 3, 1) };
        var id = app.Given.District.Id;
        Assert.True((await AsAsync(Grassroots, s => s.GetRequiredService<KeepBlanks>().HandleAsync(id, blanks, default))).IsRefused);
        Assert.Equal("", (await CheckAsync(CardCode.New())).Name);
        foreach (var text in (string?[])[null, "", "0", "../../etc", new string('A', 124)])
            Assert.Null((await CheckAsync(text)).State);
    }

    /// <summary>Of the second union, so that the first has those of one test alone.</summary>
    private Task<List<Guid>> OthersAsync(string name, int count) => MembersAsync(name, count, 1);

    private async Task<List<Guid>> MembersAsync(string name, int count, int unit = 0)
    {
        var rows = Enumerable.Range(0, count).Select(i => $"{name} {(char)('A' + i)},0{i % 9 + 1}/01/1980,Nam\n");
        Assert.True(
            (
                await app.ImportAsync(
                    Organiser,
                    "Họ và tên,Ngày sinh,Giới tính\n" + string.Concat(rows),
                    app.Given.GrassrootsUnits[unit].Id
                )
            ).Ok
        );
        return await app.InDbAsync(db =>
            db.Set<Member>().Where(m => m.FullName.StartsWith(name)).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync()
        );
    }

    private async Task<MemberCard> InHandAsync(Guid member)
    {
        Assert.True((await AskAsync(Organiser, [member])).Ok);
        return await PrintAndHandOverAsync(member);
    }

    private async Task<MemberCard> PrintAndHandOverAsync(Guid member)
    {
        var batch = await BatchAsync("CS002");
        await app.RunJobsAsync();
        await ReceiveAsync(100);
        Assert.True((await PrintedAsync(batch, new())).Ok);
        await DeliveredAsync(batch, app.Given.GrassrootsUnits[1].Id);
        var card = (await CardsAsync([member])).Single(c => c.State == CardState.Delivered);
        Assert.Equal(1, (await HandOverAsync(Organiser, [card])).Value);
        return card;
    }

    private Task<T> AsAsync<T>(string userName, Func<IServiceProvider, Task<T>> act) => app.AsAsync(userName, act);

    private Task<Result<int>> AskAsync(string by, IReadOnlyCollection<Guid> members) =>
        AsAsync(by, s => s.GetRequiredService<AskForCards>().HandleAsync(members, default));

    private Task<Result<int>> ApproveAsync(string by, List<MemberCard> cards) =>
        AsAsync(by, s => s.GetRequiredService<ApproveCards>().HandleAsync(cards.ConvertAll(c => c.Id), default));

    private async Task<Guid> BatchAsync(string code)
    {
        var made = await AsAsync(Organiser, s => s.GetRequiredService<MakeBatch>().HandleAsync(new() { UnitCode = code }, default));
        Assert.True(made.Ok, made.Message);
        return made.Value;
    }

    private Task<Result> PrintedAsync(Guid batch, PrintedInput input) =>
        AsAsync(Organiser, s => s.GetRequiredService<FinishBatch>().PrintedAsync(batch, input, default));

    private Task<Result<int>> DeliveredAsync(Guid batch, Guid unit) =>
        AsAsync(Organiser, s => s.GetRequiredService<FinishBatch>().DeliveredAsync(batch, [unit], default));

    private Task<Result<int>> HandOverAsync(string by, List<MemberCard> cards) =>
        AsAsync(by, s => s.GetRequiredService<HandOverCards>().HandleAsync(cards.ConvertAll(c => c.Id), default));

    private Task<Result> EndAsync(string by, Guid card, CardState way) =>
        AsAsync(by, s => s.GetRequiredService<EndCard>().HandleAsync(card, way, "", default));

    private async Task ReceiveAsync(int count)
    {
        BlanksInput received = new() { Count = count, On = new(2026, 3, 1) };
        var id = app.Given.Federation.Id;
        Assert.True((await AsAsync(Organiser, s => s.GetRequiredService<KeepBlanks>().HandleAsync(id, received, default))).Ok);
    }

    private Task<List<MemberCard>> CardsAsync(IReadOnlyCollection<Guid> members) =>
        app.InDbAsync(db => db.Set<MemberCard>().AsNoTracking().Where(c => members.Contains(c.MemberId)).OrderBy(c => c.Id).ToListAsync());

    private Task<BlanksLeft> LeftAsync() => app.InDbAsync(db => BlanksLeft.OfAsync(db.Set<BlankEntry>(), app.Given.Federation.Id, default));

    private Task<CheckedCard> CheckAsync(string? text) =>
        app.InScopeAsync(s => s.GetRequiredService<CheckCard>().HandleAsync(text, default));

    private static async Task<bool> VerifiesAsync(string token, params string[] options)
    {
        using var output = new StringWriter();
        var parsed = VerifyVerb.Build().Parse(["verify", token, .. options, "--json"]);
        Assert.Equal(0, await parsed.InvokeAsync(new() { Output = output }));
        return JsonDocument.Parse(output.ToString()).RootElement.GetProperty("valid").GetBoolean();
    }
}
