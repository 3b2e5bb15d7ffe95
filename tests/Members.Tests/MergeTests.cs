using System.Text.Json;
using DoanKet.Kernel;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Duplicates;
using DoanKet.Modules.Members.Merging;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Registry;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class MergesOnSqlite(SqliteApp app) : MergeTests(app), IClassFixture<SqliteApp>;

public sealed class MergesOnPostgreSql(PostgreSqlApp app) : MergeTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>Two entries of one person become one, and two people who were taken for one are parted again.</summary>
public abstract class MergeTests(UnionApp app)
{
    private enum Fruit
    {
        Mận,
        Lựu,
        Đào,
        Ổi,
    }

    [Fact]
    public async Task Two_entries_become_one_with_everything_of_both_and_part_again_as_they_were()
    {
        var (first, second) = await PairOfAsync(Fruit.Mận);
        await CardAsync(first, CardState.Asked);
        await CardAsync(second, CardState.InHand);
        var before = await TextAsync(first, second);
        var pair = await app.PairAsync(first, second);
        Assert.True(pair!.IsCertain);

        var kept = await MergeAsync(Organiser, pair.Id, first);
        Assert.True(kept.Ok, kept.Message);
        Assert.False(await app.InDbAsync(db => db.Set<Member>().AnyAsync(m => m.Id == second)));
        var one = await ReadAsync(first);
        Assert.Equal(("Hoàng Thị Mận", "Giáo viên"), (one.FullName, one.Position));
        Assert.NotNull(one.NationalIdKey);
        Assert.Equal("Thái", await app.InDbAsync(db => db.Set<MemberSensitive>().Select(s => s.Ethnicity).SingleAsync(e => e == "Thái")));
        Assert.Equal(
            [CardState.Asked, CardState.InHand],
            await app.InDbAsync(db =>
                db.Set<MemberCard>().Where(c => c.MemberId == first).OrderBy(c => c.State).Select(c => c.State).ToListAsync()
            )
        );
        Assert.True(
            await app.InDbAsync(db => db.Set<MemberMovement>().AnyAsync(m => m.MemberId == first && m.Kind == MovementKind.SecondEntry))
        );
        Assert.Empty(await app.FiguresProblemsAsync());

        var merge = await MergeOfAsync(second);
        Assert.True((await UndoAsync(Organiser, merge)).Ok);
        Assert.False((await UndoAsync(Organiser, merge)).Ok);
        Assert.Equal(before, await TextAsync(first, second));
        Assert.Empty(await app.FiguresProblemsAsync());
        // Two people by somebody's word: not shown again, whatever the night's search finds.
        Assert.NotNull((await app.PairAsync(first, second))!.ApartAt);
    }

    [Fact]
    public async Task A_merge_is_undone_also_when_the_entry_was_edited_since_and_its_new_words_stay()
    {
        var (first, second) = await PairOfAsync(Fruit.Lựu);
        var pair = await app.PairAsync(first, second);
        Assert.True((await MergeAsync(Organiser, pair!.Id, first)).Ok);
        await app.InDbAsync(async db =>
        {
            (await db.Set<Member>().SingleAsync(m => m.Id == first)).Position = "Hiệu phó";
            return await db.SaveChangesAsync();
        });
        var undone = await UndoAsync(Organiser, await MergeOfAsync(second));
        Assert.True(undone.Ok, undone.Message);
        var (one, other) = (await ReadAsync(first), await ReadAsync(second));
        Assert.Equal("Hiệu phó", one.Position);
        Assert.Null(one.NationalIdKey);
        Assert.NotNull(other.NationalIdKey);
        Assert.Empty(await app.FiguresProblemsAsync());
    }

    [Fact]
    public async Task Only_who_may_change_both_sides_merges_and_four_presses_are_one()
    {
        var (first, second) = await PairOfAsync(Fruit.Đào, otherUnit: 5);
        var pair = await app.PairAsync(first, second);
        Assert.False(pair!.IsCertain);
        Assert.True((await MergeAsync(Grassroots, pair.Id, first)).IsRefused);
        Assert.True((await MergeAsync(Clerk, pair.Id, first)).IsRefused);
        Assert.True((await MergeAsync(Organiser, pair.Id, Guid.NewGuid())).IsRefused);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MergeAsync(Organiser, pair.Id, first)));
        Assert.Single(answers, answer => answer.Ok);
        Assert.True((await UndoAsync(Grassroots, await MergeOfAsync(second))).IsRefused);
        Assert.Empty(await app.FiguresProblemsAsync());
    }

    [Fact]
    public async Task A_card_that_counts_of_both_ends_once_and_counts_again_when_they_are_parted()
    {
        var (first, second) = await PairOfAsync(Fruit.Ổi);
        await CardAsync(first, CardState.InHand);
        await CardAsync(second, CardState.InHand);
        var pair = await app.PairAsync(first, second);
        Assert.True((await MergeAsync(Organiser, pair!.Id, first)).Ok);
        Assert.Equal(1, await InHandAsync());
        Assert.True((await UndoAsync(Organiser, await MergeOfAsync(second))).Ok);
        Assert.Equal(2, await InHandAsync());

        Task<int> InHandAsync() =>
            app.InDbAsync(db =>
                db.Set<MemberCard>().CountAsync(c => (c.MemberId == first || c.MemberId == second) && c.State == CardState.InHand)
            );
    }

    /// <summary>The first without tone marks and number, the second with both and another job.</summary>
    private async Task<(Guid First, Guid Second)> PairOfAsync(Fruit fruit, int otherUnit = 0)
    {
        var (name, phone) = ($"Hoàng Thị {fruit}", $"091100010{(int)fruit}");
        var first = await app.AddAsync(
            new()
            {
                FullName = VietnameseText.Fold.Text(name).ToUpperInvariant(),
                Sex = Sex.Female,
                Born = "05/03/1985",
                Phone = phone,
                UnitCode = app.Given.GrassrootsUnits[0].Code,
            }
        );
        var second = await app.AddAsync(
            new()
            {
                FullName = name,
                Sex = Sex.Female,
                Born = "05/03/1985",
                Phone = phone,
                NationalId = $"04018500010{(int)fruit}",
                Position = "Giáo viên",
                Ethnicity = fruit == Fruit.Mận ? "Thái" : "Kinh",
                UnitCode = app.Given.GrassrootsUnits[otherUnit].Code,
            }
        );
        return (first, second);
    }

    private Task<int> CardAsync(Guid member, CardState state) =>
        app.InDbAsync(async db =>
        {
            var unit = await db.Set<Member>().Where(m => m.Id == member).Select(m => m.UnitId).SingleAsync();
            db.Add(
                new MemberCard
                {
                    Id = Ids.New(),
                    Code = CardTokens.CardCode.New(),
                    MemberId = member,
                    UnitId = unit,
                    State = state,
                    AskedAt = DateTime.UnixEpoch,
                }
            );
            return await db.SaveChangesAsync();
        });

    /// <summary>All that is kept of both, but for the steps of cards.</summary>
    private Task<string> TextAsync(Guid first, Guid second) =>
        app.InDbAsync(async db =>
        {
            Guid[] both = [first, second];
            var members = await db.Set<Member>().AsNoTracking().Where(m => both.Contains(m.Id)).OrderBy(m => m.Id).ToListAsync();
            members.ForEach(member => member.Version = 0);
            return JsonSerializer.Serialize(
                new
                {
                    members,
                    profiles = await db.Set<MemberProfile>().Where(p => both.Contains(p.MemberId)).OrderBy(p => p.MemberId).ToListAsync(),
                    sensitive = await db.Set<MemberSensitive>()
                        .Where(s => both.Contains(s.MemberId) && s.Ethnicity != "")
                        .OrderBy(s => s.MemberId)
                        .ToListAsync(),
                    cards = await db.Set<MemberCard>()
                        .Where(c => both.Contains(c.MemberId))
                        .OrderBy(c => c.Id)
                        .Select(c => new
                        {
                            c.Id,
                            c.MemberId,
                            c.UnitId,
                            c.State,
                        })
                        .ToListAsync(),
                    movements = await db.Set<MemberMovement>().CountAsync(m => both.Contains(m.MemberId)),
                }
            );
        });

    private Task<Result<Guid>> MergeAsync(string by, Guid pair, Guid kept) =>
        app.AsAsync(by, s => s.GetRequiredService<MergeMembers>().MergeAsync(pair, kept, null, default));

    private Task<Result<Guid>> UndoAsync(string by, Guid merge) =>
        app.AsAsync(by, s => s.GetRequiredService<UndoMerge>().HandleAsync(merge, default));

    private Task<Guid> MergeOfAsync(Guid gone) =>
        app.InDbAsync(db => db.Set<MemberMerge>().Where(m => m.GoneId == gone).Select(m => m.Id).SingleAsync());

    private Task<Member> ReadAsync(Guid id) => app.InDbAsync(db => db.Set<Member>().AsNoTracking().SingleAsync(m => m.Id == id));
}

internal static class SecondEntries
{
    public static async Task<Guid> AddAsync(this UnionApp app, MemberInput input)
    {
        var added = await app.AsAsync(Organiser, s => s.GetRequiredService<SaveMember>().AddAsync(input, default));
        Assert.True(added.Ok, added.Message);
        return added.Value;
    }

    /// <summary>As the search of the night keeps it.</summary>
    public static async Task<SuspectPair?> PairAsync(this UnionApp app, Guid first, Guid second)
    {
        await app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<LookForDuplicates>().RunAsync("", default);
            return true;
        });
        var (one, other) = SuspectPair.InOrder(first, second);
        return await app.InDbAsync(db => db.Set<SuspectPair>().SingleOrDefaultAsync(p => p.FirstId == one && p.SecondId == other));
    }
}
