using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Progress;
using DoanKet.Modules.Members.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class RemindersOnSqlite(SqliteApp app) : ReminderTests(app), IClassFixture<SqliteApp>;

public sealed class RemindersOnPostgreSql(PostgreSqlApp app) : ReminderTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>Units that are behind are told so: once a day at most when somebody asks, and by themselves when their day is near.</summary>
public abstract class ReminderTests(UnionApp app)
{
    [Fact]
    public async Task Who_is_behind_is_told_once_however_often_the_button_is_pressed()
    {
        var union = app.Given.GrassrootsUnits[0];
        var district = await app.InDbAsync(db => db.Units.AsNoTracking().FirstAsync(u => u.Id == union.ParentId));
        var list = "Họ và tên,Ngày sinh\nMùa Văn Nhắc,1980\nMùa Thị Nhở,1981\n";
        Assert.True((await app.ImportAsync(Organiser, list, union.Id)).Ok);
        Assert.False((await SetAsync(union.Id, 4, new(2026, 3, 9))).Ok);
        Assert.True((await SetAsync(union.Id, 4, new(2026, 3, 31))).Ok);

        Assert.Equal(0, (await RemindAsync(district, 50)).Value);
        Assert.False((await RemindAsync(district, 0)).Ok);
        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RemindAsync(district, 100)));
        Assert.Equal(1, told.Sum(result => result.Value));
        var notice = Assert.Single(await NoticesAsync());
        Assert.Contains("2/4 đoàn viên, đạt 50%, hạn 31/03/2026", notice.Text, StringComparison.Ordinal);

        // Told today, it is told by itself only in two weeks.
        await app.InScopeAsync(services => RunAsync(services));
        Assert.Single(await NoticesAsync());
        await app.InDbAsync(db =>
            db.Set<MemberTarget>().ExecuteUpdateAsync(s => s.SetProperty(t => t.RemindedOn, new DateOnly(2026, 2, 20)))
        );
        await app.InScopeAsync(services => RunAsync(services));
        await app.InScopeAsync(services => RunAsync(services));
        Assert.Equal(2, (await NoticesAsync()).Count);

        var refused = await app.AsAsync(Grassroots, s => s.GetRequiredService<RemindUnits>().HandleAsync(district, 100, default));
        Assert.True(refused.IsRefused);
    }

    [Fact]
    public void Units_that_reached_as_much_share_a_place_and_those_without_a_target_have_none()
    {
        var ranked = RankedRow.Of([Row("A", 10, 5), Row("B", null, 9), Row("C", 20, 10), Row("D", 10, 9), Row("E", 10, 1)]);
        Assert.Equal(["D", "A", "C", "E", "B"], ranked.Select(row => row.Row.Code));
        Assert.Equal([1, 2, 2, 4, null], ranked.Select(row => row.Place));
    }

    private static ProgressRow Row(string code, int? target, int members) =>
        new(Guid.Empty, code, code, false, target is { } count ? new() { Count = count } : null, new MemberShare(members, 0, 0, 0, 0, 0));

    private Task<Kernel.Results.Result> SetAsync(Guid unit, int count, DateOnly due) =>
        app.AsAsync(Organiser, s => s.GetRequiredService<SetTarget>().HandleAsync(unit, count, due, default));

    private Task<Kernel.Results.Result<int>> RemindAsync(Unit unit, int below) =>
        app.AsAsync(Organiser, s => s.GetRequiredService<RemindUnits>().HandleAsync(unit, below, default));

    private static async Task<bool> RunAsync(IServiceProvider services)
    {
        await ActivatorUtilities.CreateInstance<RemindBehind>(services).RunAsync("", default);
        return true;
    }

    private Task<List<Notice>> NoticesAsync()
    {
        var officer = app.Given.AccountId(Grassroots);
        return app.InDbAsync(db =>
            db.Set<Notice>().AsNoTracking().Where(n => n.AccountId == officer && n.Text.Contains("nhắc nhập đoàn viên")).ToListAsync()
        );
    }
}
