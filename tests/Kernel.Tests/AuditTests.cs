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
    private Task<Result> ActAsync(string text, bool fail = false) =>
        app.InScopeAsync(services =>
        {
            var audit = services.GetRequiredService<AuditTrail>();
            return services
                .GetRequiredService<Work>()
                .RunAsync(
                    () =>
                    {
                        audit.Record("test.act", null, text);
                        return Task.FromResult(fail ? Result.Fail("Không.") : Result.Success);
                    },
                    default
                );
        });

    private Task<AuditVerdict> VerifyAsync() => app.InScopeAsync(s => s.GetRequiredService<VerifyAudit>().HandleAsync(default));

    [Fact]
    public async Task A_changed_entry_breaks_the_chain_at_its_place()
    {
        for (var i = 0; i < 5; i++)
            await ActAsync($"việc {i}");
        Assert.True((await VerifyAsync()).Ok);
        var target = await app.InDbAsync(db =>
            db.Set<AuditEntry>().OrderByDescending(e => e.Sequence).Skip(2).Select(e => new { e.Sequence, e.Text }).FirstAsync()
        );
        await app.InDbAsync(db =>
            db.Set<AuditEntry>().Where(e => e.Sequence == target.Sequence).ExecuteUpdateAsync(s => s.SetProperty(e => e.Text, "sửa"))
        );
        var verdict = await VerifyAsync();
        await app.InDbAsync(db =>
            db.Set<AuditEntry>().Where(e => e.Sequence == target.Sequence).ExecuteUpdateAsync(s => s.SetProperty(e => e.Text, target.Text))
        );
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

    [Fact]
    public async Task Entries_cut_off_at_the_end_and_an_emptied_log_are_found()
    {
        for (var i = 0; i < 4; i++)
            await ActAsync($"cắt {i}");
        var rows = await app.InDbAsync(db => db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Sequence).ToListAsync());
        await app.InDbAsync(db => db.Set<AuditEntry>().Where(e => e.Sequence > rows.Count - 2).ExecuteDeleteAsync());
        Assert.Equal(new(rows.Count - 2, false, rows.Count - 1), await VerifyAsync());
        await app.InDbAsync(db => db.Set<AuditEntry>().ExecuteDeleteAsync());
        Assert.Equal(new(0, false, 1), await VerifyAsync());
        await RestoreAsync(rows);
        Assert.True((await VerifyAsync()).Ok);
    }

    [Fact]
    public async Task Whoever_edits_an_entry_and_seals_the_chain_anew_without_the_key_is_found()
    {
        for (var i = 0; i < 4; i++)
            await ActAsync($"sửa {i}");
        var rows = await app.InDbAsync(db => db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Sequence).ToListAsync());
        var forged = rows.Select(e => new AuditEntry
            {
                Sequence = e.Sequence,
                At = e.At,
                AccountId = e.AccountId,
                Actor = e.Actor,
                UnitId = e.UnitId,
                Action = e.Action,
                SubjectId = e.SubjectId,
                Text = e.Sequence == rows.Count - 1 ? "không có gì" : e.Text,
                Hash = "",
            })
            .ToList();
        var hash = AuditChain.Genesis;
        foreach (var entry in forged)
            hash = entry.Hash = AuditChain.Seal(hash, entry, null);
        await app.InDbAsync(db => db.Set<AuditEntry>().ExecuteDeleteAsync());
        await RestoreAsync(forged);
        Assert.False((await VerifyAsync()).Ok);
        await app.InDbAsync(db => db.Set<AuditEntry>().ExecuteDeleteAsync());
        await RestoreAsync(rows);
        Assert.True((await VerifyAsync()).Ok);
    }

    [Fact]
    public async Task Another_instance_with_a_folder_of_its_own_is_noticed()
    {
        await ActAsync("của ta");
        await ActAsync("vẫn của ta");
        Assert.False(await app.InScopeAsync(s => s.GetRequiredService<ForeignSeals>().LookAsync(default)));
        var last = await app.InDbAsync(db => db.Set<AuditEntry>().AsNoTracking().OrderByDescending(e => e.Sequence).FirstAsync());
        var other = new AuditEntry
        {
            Sequence = last.Sequence + 1,
            At = last.At,
            Actor = "máy khác",
            Action = "test.act",
            Text = "đăng nhập",
            Hash = "",
        };
        other.Hash = AuditChain.Seal(last.Hash, other, new([4, 5, 6], From: 1));
        await RestoreAsync([other]);
        Assert.True(await app.InScopeAsync(s => s.GetRequiredService<ForeignSeals>().LookAsync(default)));
        await app.InDbAsync(db => db.Set<AuditEntry>().Where(e => e.Sequence == other.Sequence).ExecuteDeleteAsync());
    }

    [Fact]
    public void Entries_of_a_version_without_a_key_stay_valid_and_a_keyed_one_holds_them()
    {
        AuditEntry Entry(long sequence) =>
            new()
            {
                Sequence = sequence,
                At = DateTime.UnixEpoch,
                Actor = "a",
                Action = "b",
                Text = "c",
                Hash = "",
            };
        var key = new SealKey([1, 2, 3], From: 2);
        Assert.Equal(AuditChain.Seal(AuditChain.Genesis, Entry(1), null), AuditChain.Seal(AuditChain.Genesis, Entry(1), key));
        Assert.NotEqual(AuditChain.Seal(AuditChain.Genesis, Entry(2), null), AuditChain.Seal(AuditChain.Genesis, Entry(2), key));
    }

    private Task<int> RestoreAsync(IEnumerable<AuditEntry> rows) =>
        app.InDbAsync(async db =>
        {
            db.AddRange(rows);
            return await db.SaveChangesAsync();
        });
}
