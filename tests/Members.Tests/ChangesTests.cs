using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Progress;
using DoanKet.Modules.Members.Transfers;
using DoanKet.PersonalData;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class ChangesOnSqlite(SqliteApp app) : ChangesTests(app), IClassFixture<SqliteApp>;

public sealed class ChangesOnPostgreSql(PostgreSqlApp app) : ChangesTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>Increase and decrease by reason, for the federation, a district and a single union.</summary>
public abstract class ChangesTests(UnionApp app)
{
    private static readonly DateOnly First = new(2026, 3, 1),
        Last = new(2026, 3, 31);

    [Fact]
    public async Task Who_comes_and_goes_is_counted_once_and_by_reason()
    {
        var (home, other) = (app.Given.GrassrootsUnits[0], app.Given.GrassrootsUnits[6]);
        await AddAsync("Kha Thị Một", home, "05/03/2026", "Thái");
        var two = await AddAsync("Kha Văn Hai", home, "02/03/2026", "Kinh");
        await AddAsync("Kha Văn Ba", home, "28/02/2026", "");
        var four = await AddAsync("Kha Thị Bốn", home, "01/02/2019", "Thổ");
        await MoveAsync(four, MovementKind.Retired);
        var input = new TransferInput
        {
            To = new() { Ids = [other.Id] },
            On = new(2026, 3, 9),
        };
        var moved = await app.AsAsync(Organiser, s => s.GetRequiredService<AskTransfer>().OutAsync(two, input, default));
        Assert.True(moved.Ok, moved.Message);

        var federation = await ReadAsync(app.Given.Federation.Id);
        Assert.Equal(["Kết nạp mới"], federation.Increase.Select(row => row.Name));
        Assert.Equal((2, 1, 1), Figures(federation.SumOfIncrease));
        Assert.Equal(["Thôi: nghỉ hưu"], federation.Decrease.Select(row => row.Name));
        Assert.Equal((1, 1, 1), Figures(federation.SumOfDecrease));
        Assert.Equal(2, federation.SumOfIncrease.State + federation.SumOfIncrease.NonState);

        var employers = Assert.Single(federation.Employers);
        Assert.Equal(("Chưa ghi loại hình", 2, 1), (employers.Name, employers.Increase, employers.Decrease));
        await app.InDbAsync(db =>
            db.Units.Where(u => u.Id == home.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.EmployerKindCode, "FDI"))
        );
        Assert.Equal("Doanh nghiệp có vốn đầu tư nước ngoài", Assert.Single((await ReadAsync(app.Given.Federation.Id)).Employers).Name);

        // Who was admitted here and went on is counted here as admitted and as gone, and there as come.
        var left = await ReadAsync(home.Id);
        Assert.Equal(2, left.SumOfIncrease.All);
        Assert.Equal(["Thôi: nghỉ hưu", "Chuyển sinh hoạt"], left.Decrease.Select(row => row.Name));
        var reached = await ReadAsync(other.Id);
        Assert.Equal(["Chuyển sinh hoạt"], reached.Increase.Select(row => row.Name));
        Assert.Empty(reached.Decrease);
        Assert.Empty((await ReadAsync(app.Given.Federation.Id, Last.AddDays(1), Last.AddDays(30))).Increase);
    }

    private static (int, int, int) Figures(ChangeCount count) => (count.All, count.Women, count.Minority);

    private Task<Changes> ReadAsync(Guid unit, DateOnly? from = null, DateOnly? to = null) =>
        app.InScopeAsync(async services =>
        {
            var read = services.GetRequiredService<ReadChanges>();
            var looked = await app.InDbAsync(db => db.Units.AsNoTracking().SingleAsync(u => u.Id == unit));
            return await read.HandleAsync(looked, from ?? First, to ?? Last, default);
        });

    private async Task MoveAsync(Guid member, MovementKind kind)
    {
        var input = new MovementInput { Kind = kind, On = new(2026, 3, 8) };
        var moved = await app.AsAsync(Organiser, s => s.GetRequiredService<MoveMember>().HandleAsync(member, input, default));
        Assert.True(moved.Ok, moved.Message);
    }

    private Task<Guid> AddAsync(string name, Unit unit, string joined, string ethnicity) =>
        app.AddAsync(
            new()
            {
                FullName = name,
                Sex = name.Contains("Thị", StringComparison.Ordinal) ? Sex.Female : Sex.Male,
                Born = "05/03/1985",
                JoinedOn = Kernel.DayText.TryRead(joined, out var day) ? day : null,
                Ethnicity = ethnicity,
                UnitCode = unit.Code,
            }
        );
}
