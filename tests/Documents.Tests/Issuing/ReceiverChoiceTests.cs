using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Kernel;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Issuing;

public sealed class ReceiverChoiceOnSqlite(SqliteApp app) : ReceiverChoiceTests(app), IClassFixture<SqliteApp>;

public sealed class ReceiverChoiceOnPostgreSql(PostgreSqlApp app) : ReceiverChoiceTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>Whom the clerk chooses to receive a document.</summary>
public abstract class ReceiverChoiceTests(UnionApp app)
{
    private Task<(int Copies, int Receipts, int Choices)> CountAsync(Guid id) => app.CountAsync(id);

    [Fact]
    public async Task A_receiver_is_never_doubled_and_the_sender_and_its_boards_are_none()
    {
        var id = await app.SignedAsync();
        var district = app.Given.District.Id;
        Assert.Equal(
            1,
            (await app.ChooseAsync(id, ChoiceSource.Units, units: [district, district, app.Given.Federation.Id, app.Given.Board.Id]))
                .Value
                .Changed
        );
        Assert.Equal(0, (await app.ChooseAsync(id, ChoiceSource.Pasted, "H01")).Value.Changed);
        Assert.Equal(11, (await app.ChooseAsync(id, ChoiceSource.Below)).Value.Changed);
        Assert.True((await app.IssueAsync(id, 12)).Ok);
        Assert.Equal((12, 12, 0), await CountAsync(id));
    }

    [Fact]
    public async Task A_unit_closed_after_it_was_chosen_is_refused_by_name()
    {
        var closing = await app.InDbAsync(async db =>
        {
            var plant = new UnitPlant(db);
            await plant.KindsAsync();
            var unit = plant.Add(
                await db.Units.FirstAsync(u => u.Id == app.Given.District.Id),
                "grassroots",
                "DONG-" + app.Provider,
                "CĐCS Sắp đóng",
                "CĐCS"
            );
            await db.SaveChangesAsync();
            return unit.Id;
        });
        var id = await app.SignedAsync();
        await app.ChooseAsync(id, ChoiceSource.Units, units: [closing, app.Given.District.Id]);
        var yesterday = app.Clock.Today().AddDays(-1);
        await app.InDbAsync(db => db.Units.Where(u => u.Id == closing).ExecuteUpdateAsync(u => u.SetProperty(x => x.ValidTo, yesterday)));

        var refused = await app.IssueAsync(id, 2);
        Assert.Contains("CĐCS Sắp đóng", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await app.ChooseAsync(id, ChoiceSource.Pasted, "CĐCS Sắp đóng")).Value.Changed);
        await app.ChooseAsync(id, ChoiceSource.Remove, units: [closing]);
        Assert.True((await app.IssueAsync(id, 1)).Ok);
    }

    [Fact]
    public async Task A_pasted_list_takes_codes_and_names_and_says_what_it_did_not_find()
    {
        var id = await app.SignedAsync();
        var outcome = (
            await app.ChooseAsync(
                id,
                ChoiceSource.Pasted,
                "- CS001;\n2. Không có thật\nLiên ĐOÀN\nLiên đoàn Lao động huyện Thứ Hai.\nH02\n"
            )
        ).Value;
        Assert.Equal(2, outcome.Changed);
        Assert.Equal(["2. Không có thật", "Liên ĐOÀN"], outcome.Unmatched.Select(l => l.Text));
        Assert.All(outcome.Unmatched, l => Assert.NotEmpty(l.WhatToDo));
    }

    [Fact]
    public async Task A_choice_is_kept_as_a_group_and_loaded_again()
    {
        var first = await app.SignedAsync();
        await app.ChooseAsync(first, ChoiceSource.Kind, "district");
        Assert.True((await app.DoAsync<SaveReceiverGroup, Result<StepOutcome>>(Clerk, h => h.HandleAsync(first, "Các huyện", default))).Ok);
        var group = await app.InDbAsync(db => db.ReceiverGroups.Where(g => g.Name == "Các huyện").Select(g => g.Id).SingleAsync());
        var second = await app.SignedAsync();
        Assert.Equal(2, (await app.ChooseAsync(second, ChoiceSource.Group, group.ToString())).Value.Changed);
    }

    [Fact]
    public async Task Everybody_below_chosen_many_times_at_once_is_chosen_once()
    {
        var id = await app.SignedAsync();
        var presses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => app.ChooseAsync(id, ChoiceSource.Below))));
        Assert.All(presses, press => Assert.True(press.Ok, press.Message));
        Assert.Equal([0, 0, 0, 0, 0, 12], presses.Select(press => press.Value.Changed).Order());
    }
}
