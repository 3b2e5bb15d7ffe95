using DoanKet.Contracts.Organisation;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Shared;
using DoanKet.Modules.Members.Transfers;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class TransfersOnSqlite(SqliteApp app) : TransferTests(app), IClassFixture<SqliteApp>;

public sealed class TransfersOnPostgreSql(PostgreSqlApp app) : TransferTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>Members go from union to union only with the consent of both, and are never nowhere or twice.</summary>
public abstract class TransferTests(UnionApp app)
{
    [Fact]
    public async Task The_other_union_asks_and_the_home_union_agrees()
    {
        var member = await MemberAsync("Ngân Thị Đi", "040185001111", 6);
        // Only who has seen the card of identity finds anybody, and the name alone or the number alone is not enough.
        (string Number, string Name)[] wrong = [("040185001111", "Ngân Thị Khác"), ("040185001112", "Ngân Thị Đi"), ("", "Ngân Thị Đi")];
        foreach (var (number, name) in wrong)
            Assert.False((await InAsync(Grassroots, 0, number, name)).Ok);
        var asked = await InAsync(Grassroots, 0, "040 185 001 111", "NGÂN THỊ ĐI");
        Assert.True(asked.Ok, asked.Message);
        Assert.Equal(Unit(6), (await ReadAsync(member)).UnitId);
        Assert.False((await InAsync(Grassroots, 0, "040185001111", "Ngân Thị Đi")).Ok);

        // The side that asked does not answer itself.
        Assert.True((await AgreeAsync(Grassroots, asked.Value)).IsRefused);
        Assert.True((await AgreeAsync(Clerk, asked.Value)).IsRefused);
        Assert.True((await AgreeAsync(Organiser, asked.Value)).Ok);
        Assert.False((await AgreeAsync(Organiser, asked.Value)).Ok);
        Assert.Equal(Unit(0), (await ReadAsync(member)).UnitId);
        var movement = await app.InDbAsync(db => db.Set<MemberMovement>().SingleAsync(m => m.MemberId == member));
        Assert.Equal((Unit(6), Unit(0), MovementKind.Transferred), (movement.UnitId, movement.ToUnitId, movement.Kind));
        Assert.Empty(await app.FiguresProblemsAsync());
        var told = app.Given.AccountId(Grassroots);
        Assert.True(await app.InDbAsync(db => db.Set<Notice>().AnyAsync(n => n.AccountId == told && n.Text.Contains("Ngân Thị Đi"))));
    }

    [Fact]
    public async Task The_home_union_sends_and_may_take_back_and_the_other_may_refuse()
    {
        var member = await MemberAsync("Kha Văn Chuyển", "", 0);
        var first = await OutAsync(Grassroots, member, 7);
        Assert.True(first.Ok, first.Message);
        Assert.True((await AgreeAsync(Grassroots, first.Value)).IsRefused);
        Assert.True((await AsAsync(Grassroots, s => s.GetRequiredService<AnswerTransfer>().CancelAsync(first.Value, default))).Ok);
        var second = await OutAsync(Grassroots, member, 7);
        Assert.False((await RefuseAsync(Organiser, second.Value, " ")).Ok);
        Assert.True((await RefuseAsync(Organiser, second.Value, "Chưa có chỗ làm")).Ok);
        Assert.Equal(Unit(0), (await ReadAsync(member)).UnitId);
        Assert.Equal(
            TransferState.Refused,
            await app.InDbAsync(db => db.Set<MemberTransfer>().Where(t => t.Id == second.Value).Select(t => t.State).SingleAsync())
        );
        // Whose member left meanwhile cannot be taken in.
        var third = await OutAsync(Grassroots, member, 7);
        MovementInput left = new() { Kind = MovementKind.Resigned, On = new(2026, 3, 1) };
        await AsAsync(Grassroots, s => s.GetRequiredService<MoveMember>().HandleAsync(member, left, default));
        Assert.False((await AgreeAsync(Organiser, third.Value)).Ok);
        Assert.Empty(await app.FiguresProblemsAsync());
    }

    [Fact]
    public async Task Of_two_answers_at_one_moment_one_counts()
    {
        var member = await MemberAsync("Moong Văn Đua", "", 0);
        var transfer = (await OutAsync(Grassroots, member, 8)).Value;
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => i % 2 == 0 ? AgreeAsync(Organiser, transfer) : RefuseAsync(Organiser, transfer, "Không"))
        );
        Assert.Single(answers, answer => answer.Ok);
        Assert.Empty(await app.FiguresProblemsAsync());
    }

    [Fact]
    public async Task With_the_union_all_members_go_to_its_successor_with_their_cards()
    {
        var rows = string.Concat(
            Enumerable.Range(0, 30).Select(i => $"Vừ Bá {(char)('A' + (i % 26))}{(char)('a' + (i / 26))},01/01/19{70 + (i % 20)},Nam\n")
        );
        Assert.True((await app.ImportAsync(Organiser, "Họ và tên,Ngày sinh,Giới tính\n" + rows, Unit(3))).Ok);
        await AsAsync(Organiser, s => s.GetRequiredService<AskForCards>().AllAsync(Unit(3), default));
        var closed = new UnitClosed(Unit(3), new(2026, 3, 9), Unit(4));
        await PublishAsync(closed);
        Assert.Equal(30, await CountAsync(Unit(4)));
        Assert.Equal(0, await CountAsync(Unit(3)));
        Assert.Equal(30, await app.InDbAsync(db => db.Set<MemberCard>().CountAsync(c => c.UnitId == Unit(4))));
        Assert.Equal(
            30,
            await app.InDbAsync(db => db.Set<MemberMovement>().CountAsync(m => m.ToUnitId == Unit(4) && m.Kind == MovementKind.Merged))
        );
        Assert.Empty(await app.FiguresProblemsAsync());

        // Without a successor among the grassroots nobody is moved, and those above are told.
        await PublishAsync(closed with { UnitId = Unit(4), HeirId = app.Given.Federation.Id });
        Assert.Equal(30, await CountAsync(Unit(4)));
        var told = app.Given.AccountId(Organiser);
        Assert.True(await app.InDbAsync(db => db.Set<Notice>().AnyAsync(n => n.AccountId == told && n.Text.Contains("còn 30 đoàn viên"))));
        MoveAllInput all = new()
        {
            FromCode = "CS005",
            ToCode = "CS004",
            DecisionNumber = "5/QĐ-LĐLĐ",
            On = new(2026, 3, 10),
        };
        Assert.True((await AsAsync(DistrictLeader, s => s.GetRequiredService<MergeUnions>().HandleAsync(all, default))).IsRefused);
        Assert.Equal(30, (await AsAsync(Organiser, s => s.GetRequiredService<MergeUnions>().HandleAsync(all, default))).Value);
        Assert.Empty(await app.FiguresProblemsAsync());
    }

    [Fact]
    public async Task A_list_that_is_taken_back_leaves_those_with_a_card_or_a_transfer()
    {
        var report = await app.ImportAsync(
            Organiser,
            "Họ và tên,Ngày sinh,Giới tính\nXeo Thị Một,01/01/1980,Nữ\nXeo Thị Hai,02/01/1980,Nữ\nXeo Thị Ba,03/01/1980,Nữ\n",
            Unit(9)
        );
        Assert.True(report.Ok);
        var members = await app.InDbAsync(db => db.Set<Member>().Where(m => m.UnitId == Unit(9)).OrderBy(m => m.NameFold).ToListAsync());
        await AsAsync(Organiser, s => s.GetRequiredService<AskForCards>().HandleAsync([members[0].Id], default));
        await OutAsync(Organiser, members[1].Id, 8);
        var undone = await AsAsync(Organiser, s => s.GetRequiredService<UndoImport>().HandleAsync(members[0].ImportId!.Value, default));
        Assert.Equal((1, 2), (undone.Value.Removed, undone.Value.Left));
        Assert.Empty(await app.FiguresProblemsAsync());
    }

    private Guid Unit(int i) => app.Given.GrassrootsUnits[i].Id;

    private async Task<Guid> MemberAsync(string name, string number, int unit)
    {
        Assert.True(
            (
                await app.ImportAsync(
                    Organiser,
                    $"Họ và tên,Ngày sinh,Giới tính,Số CCCD\n{name},05/03/1985,Nữ,{number}\n",
                    Unit(unit),
                    acceptAll: true
                )
            ).Ok
        );
        return await app.InDbAsync(db => db.Set<Member>().Where(m => m.FullName == name).Select(m => m.Id).SingleAsync());
    }

    private Task<T> AsAsync<T>(string userName, Func<IServiceProvider, Task<T>> act) => app.AsAsync(userName, act);

    private Task<Result<Guid>> InAsync(string by, int to, string number, string name)
    {
        TransferInput input = new()
        {
            To = new() { Ids = [Unit(to)] },
            NationalId = number,
            FullName = name,
            On = new(2026, 3, 9),
        };
        return AsAsync(by, s => s.GetRequiredService<AskTransfer>().InAsync(input, default));
    }

    private Task<Result<Guid>> OutAsync(string by, Guid member, int to)
    {
        TransferInput input = new()
        {
            To = new() { Ids = [Unit(to)] },
            On = new(2026, 3, 9),
        };
        return AsAsync(by, s => s.GetRequiredService<AskTransfer>().OutAsync(member, input, default));
    }

    private Task<Result> AgreeAsync(string by, Guid transfer) =>
        AsAsync(by, s => s.GetRequiredService<AnswerTransfer>().AgreeAsync(transfer, default));

    private Task<Result> RefuseAsync(string by, Guid transfer, string reason) =>
        AsAsync(by, s => s.GetRequiredService<AnswerTransfer>().RefuseAsync(transfer, reason, default));

    private Task<Result> PublishAsync(UnitClosed happened) =>
        app.InScopeAsync(services =>
            services
                .GetRequiredService<Work>()
                .RunAsync(
                    async () =>
                    {
                        await services.GetRequiredService<EventPublisher>().PublishAsync(happened, default);
                        return Result.Success;
                    },
                    default
                )
        );

    private Task<Member> ReadAsync(Guid id) => app.InDbAsync(db => db.Set<Member>().AsNoTracking().SingleAsync(m => m.Id == id));

    private Task<int> CountAsync(Guid unit) => app.InDbAsync(db => db.Set<Member>().CountAsync(m => m.UnitId == unit));
}
