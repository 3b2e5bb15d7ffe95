using DoanKet.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DoanKet.Kernel.Persistence;

/// <summary>Brings the database to this version: a safe copy, the migrations, the search index, the shipped roles.</summary>
public sealed class PrepareDatabase(UnionDb db, DataFolder data, IEnumerable<ISeed> seeds, TimeProvider time, ILogger<PrepareDatabase> log)
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(4);

    /// <summary>Names of migrations that this version has and the database lacks.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken ct) => [.. await db.Database.GetPendingMigrationsAsync(ct)];

    public async Task HandleAsync(CancellationToken ct)
    {
        var pending = await PendingAsync(ct);
        if (pending.Count > 0)
        {
            var copy = await db.Dialect.BackUpAsync(db, data.Backups, $"before-{pending[^1]}-{time.GetUtcNow():yyyyMMddHHmmss}", ct);
            if (copy is not null)
                log.LogInformation("The database was copied to {Copy} before {Count} migrations", copy, pending.Count);
            await MigrateAsync(ct);
            data.ProtectDatabase();
        }
        await db.Dialect.CreateSearchAsync(db, ct);
        foreach (var seed in seeds.OrderBy(s => s.Order))
            await seed.HandleAsync(ct);
    }

    /// <summary>A step may write every row of a large table, far longer than a page may wait.</summary>
    private async Task MigrateAsync(CancellationToken ct)
    {
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(LongestStep);
        await db.Database.MigrateAsync(ct);
        db.Database.SetCommandTimeout(usual);
    }
}

/// <summary>Catalogue rows that every installation starts with. Runs at each start and must add only what is missing.</summary>
public interface ISeed
{
    int Order { get; }

    Task HandleAsync(CancellationToken ct);
}
