using DoanKet.Documents.Tests.Incoming;
using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Search;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Documents.Tests.Finding;

public sealed class RenewSearchOnSqlite(SqliteApp app) : RenewSearchTests(app), IClassFixture<SqliteApp>;

public sealed class RenewSearchOnPostgreSql(PostgreSqlApp app) : RenewSearchTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>A database whose texts were indexed by an earlier version of the program.</summary>
public abstract class RenewSearchTests(UnionApp app)
{
    [Fact]
    public async Task Texts_indexed_with_other_words_are_found_again_after_the_next_start()
    {
        var id = await app.ReceiveAsync();
        await app.RegisterAsync(id, Office.Form("91/KH-LĐLĐ", subject: "Kế hoạch trồng cây phong lữ thảo"));
        var text = await app.InDbAsync(db => db.Incoming.Where(d => d.Id == id).Select(d => d.SearchId!.Value).FirstAsync());
        await app.InDbAsync(async db =>
        {
            await db.Dialect.ReplaceSearchTextAsync(db, text, "uq00001 trong cay phong lu thao", default);
            return await db.Set<Counter>().Where(c => c.Key == "kernel.search-format").ExecuteDeleteAsync();
        });
        Assert.Equal(0, await FoundAsync());

        await StartAsync();
        Assert.Equal(1, await FoundAsync());
        Assert.Equal(text, await app.InDbAsync(db => db.Incoming.Where(d => d.Id == id).Select(d => d.SearchId!.Value).FirstAsync()));

        await StartAsync();
        Assert.Equal(1, await app.InDbAsync(db => db.Set<Job>().CountAsync(j => j.Kind == "kernel.renew-search" && j.Payload == "")));
    }

    [Fact]
    public async Task What_a_moved_unit_has_is_found_at_the_levels_above_its_new_place()
    {
        var unit = app.Given.GrassrootsUnits[6];
        var issued = await app.SignedAsync("V/v bàn giao dạ yến thảo");
        await app.ChooseAsync(issued, ChoiceSource.Units, units: [unit.Id]);
        Assert.True((await app.IssueAsync(issued, 1)).Ok);
        Assert.Equal((0, 1), (await BelowAsync(app.Given.District), await BelowAsync(app.Given.OtherDistrict)));

        var path = UnitPath.Under(app.Given.District.Path, unit.Ordinal);
        await app.InScopeAsync(services =>
            services
                .GetRequiredService<Work>()
                .RunAsync(
                    async () =>
                    {
                        var db = services.GetRequiredService<UnionDb>();
                        await db.Units.Where(u => u.Id == unit.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.Path, path));
                        services.GetRequiredService<RenewSearchQueue>().Add(path);
                        return Result.Success;
                    },
                    default
                )
        );
        await app.RunJobsAsync();
        Assert.Equal((1, 0), (await BelowAsync(app.Given.District), await BelowAsync(app.Given.OtherDistrict)));
    }

    private Task<int> BelowAsync(Unit unit) =>
        app.InScopeAsync(async services =>
        {
            var place = new SearchPlace(DocumentSections.Incoming, unit.Path, AndBelow: true);
            return (await services.GetRequiredService<SearchIndex>().FindAsync([place], "da yen thao", default))!.Ids.Count;
        });

    private Task<int> StartAsync() =>
        app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<PrepareDatabase>().HandleAsync(default);
            return await services.GetRequiredService<JobRunner>().RunDueAsync(default);
        });

    private async Task<int> FoundAsync()
    {
        using var clerk = await app.SignedInAsync(GivenFederation.Clerk);
        return (await clerk.OpenAsync("/van-ban/den?tu-khoa=phong+lu+thao")).QuerySelectorAll(".dk-table tbody tr").Length;
    }
}
