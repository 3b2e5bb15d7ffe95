using DoanKet.Contracts.Desk;
using DoanKet.Documents.Tests.Outgoing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Modules;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Demo;

public sealed class DocumentsDemoOnSqlite(SqliteApp app) : DocumentsDemoTests(app), IClassFixture<SqliteApp>;

public sealed class DocumentsDemoOnPostgreSql(PostgreSqlApp app) : DocumentsDemoTests(app), IClassFixture<PostgreSqlApp>;

public abstract class DocumentsDemoTests(UnionApp app)
{
    [Fact]
    public async Task Every_officer_finds_work_and_numbering_goes_on_without_a_gap()
    {
        await app.InScopeAsync(async services =>
        {
            var part = services.GetServices<IDemoPart>().Single(p => p.GetType().Name == "DocumentsDemo");
            await part.GenerateAsync(new(DemoScale.Small, 2021) { Say = _ => { } }, default);
            return true;
        });

        foreach (var officer in (string[])[Clerk, Leader, Head, Specialist])
        {
            var groups = await app.AsAsync(
                officer,
                async services =>
                {
                    List<WaitingGroup> all = [];
                    foreach (var source in services.GetServices<IWaitingWork>())
                        all.AddRange(await source.ForAsync(services.GetRequiredService<UserContext>().Required, 5, default));
                    return all;
                }
            );
            Assert.True(groups.Count > 0, $"{officer} has nothing to do.");
            Assert.All(groups, g => Assert.InRange(g.Items.Count, 1, Math.Min(5, g.Count)));
        }
        var numbers = await app.InDbAsync(db =>
            db.Outgoing.Where(d => d.Number != null)
                .OrderBy(d => d.Year)
                .ThenBy(d => d.Number)
                .Select(d => new { d.Year, d.Number })
                .ToListAsync()
        );
        Assert.All(
            numbers.GroupBy(n => n.Year),
            year => Assert.Equal(Enumerable.Range(1, year.Count()), year.Select(n => n.Number!.Value))
        );
        var last = numbers.Where(n => n.Year == 2026).Max(n => n.Number!.Value);
        var id = await app.SignedAsync();
        await app.ChooseAsync(id, ChoiceSource.Below);
        Assert.Equal(StepOutcome.Done, (await app.IssueAsync(id, 12)).Value);
        Assert.Equal(last + 1, await app.InDbAsync(db => db.Outgoing.Where(d => d.Id == id).Select(d => d.Number).SingleAsync()));
    }
}
