using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Search;

/// <summary>
/// Remembers with which words texts were indexed, and has them indexed anew when this version writes others. Until the job is done a
/// search finds less than there is.
/// </summary>
internal sealed class KeepSearchFormat(UnionDb db, RenewSearchQueue search) : ISeed
{
    private const string Key = "kernel.search-format";

    public int Order => 100;

    public async Task HandleAsync(CancellationToken ct)
    {
        var counter = await db.Set<Counter>().FirstOrDefaultAsync(c => c.Key == Key, ct);
        if (counter?.Value == SearchTokens.Format)
            return;
        if (counter is null)
            db.Add(counter = new() { Key = Key });
        counter.Value = SearchTokens.Format;
        var isNew = !await db.Units.AnyAsync(ct);
        if (!isNew)
            search.Add(within: null);
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Leaves it to a job to index texts anew.</summary>
public sealed class RenewSearchQueue(JobQueue jobs)
{
    /// <param name="within">Path of the unit whose texts, with those of all below it, say another place; null for all.</param>
    public void Add(string? within) => jobs.Add(RenewSearchJob.Name, within ?? "");
}

/// <summary>Indexes every text of every module anew, or those of some units; the payload is the path of these.</summary>
internal sealed class RenewSearchJob(IEnumerable<IRenewSearch> modules, JobProgress progress) : IJobHandler
{
    public const string Name = "kernel.renew-search";

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var within = payload.Length > 0 ? payload : null;
        var (done, total) = (0, 0);
        foreach (var module in modules)
            total += await module.CountAsync(within, ct);
        foreach (var module in modules)
            await module.RenewAsync(within, renewed => progress.Report(done += renewed, Math.Max(total, done)), ct);
    }
}
