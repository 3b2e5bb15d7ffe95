using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Tests;

public sealed class AuditOnSqlite(SqliteApp app) : AuditTests(app), IClassFixture<SqliteApp>;

public sealed class AuditOnPostgreSql(PostgreSqlApp app) : AuditTests(app), IClassFixture<PostgreSqlApp>;

public abstract class AuditTests(UnionApp app)
{
    private Task<Result> ActAsync(string text, bool fail = false) => app.InScopeAsync(services =>
    {
        var audit = services.GetRequiredService<AuditTrail>();
        return services.GetRequiredService<Work>().RunAsync(() =>
        {
            audit.Record("test.act", null, text);
            return Task.FromResult(fail ? Result.Fail("Không.") : Result.Success);
        }, default);
    });

    private Task<AuditVerdict> VerifyAsync() => app.InScopeAsync(s => s.GetRequiredService<VerifyAudit>().HandleAsync(default));

    [Fact]
    public async Task A_changed_entry_breaks_the_chain_at_its_place()
    {
        for (var i = 0; i < 5; i++)
            await ActAsync($"việc {i}");
        Assert.True((await VerifyAsync()).Ok);
        var target = await app.InDbAsync(db => db.Set<AuditEntry>().OrderByDescending(e => e.Sequence).Skip(2).Select(e => new { e.Sequence, e.Text }).FirstAsync());
        await app.InDbAsync(db => db.Set<AuditEntry>().Where(e => e.Sequence == target.Sequence).ExecuteUpdateAsync(s => s.SetProperty(e => e.Text, "sửa")));
        var verdict = await VerifyAsync();
        await app.InDbAsync(db => db.Set<AuditEntry>().Where(e => e.Sequence == target.Sequence).ExecuteUpdateAsync(s => s.SetProperty(e => e.Text, target.Text)));
        Assert.Equal((false, target.Sequence), (verdict.Ok, verdict.FirstBroken));
        Assert.True((await VerifyAsync()).Ok);
    }

    [Fact]
    public async Task A_failed_use_case_leaves_no_entry()
    {
        var before = (await VerifyAsync()).Entries;
        await ActAsync("không giữ", fail: true);
        Assert.Equal(before, (await VerifyAsync()).Entries);
    }

    [Fact]
    public async Task Acts_at_the_same_moment_make_one_chain()
    {
        var before = (await VerifyAsync()).Entries;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => ActAsync($"song song {i}"))));
        var after = await VerifyAsync();
        Assert.Equal((before + 20, true), (after.Entries, after.Ok));
    }
}
