using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DoanKet.Kernel.Audit;

/// <summary>
/// Notices that another instance serves this database with a data folder of its own, and so with other keys: people would be signed out at
/// random and files be missing without a word. Each writes audit entries that the other's secret does not fit.
/// </summary>
public sealed class ForeignSeals(UnionDb db, AuditSeal seal, DataFolder data, ILogger<ForeignSeals> log)
{
    /// <summary>Latest entries looked at: signing in writes one each time, so those of another instance are soon among them.</summary>
    private const int Latest = 100;

    /// <summary>True when there are such entries; the log then says what to do.</summary>
    public async Task<bool> LookAsync(CancellationToken ct)
    {
        var entries = await db.Set<AuditEntry>().AsNoTracking().OrderByDescending(e => e.Sequence).Take(Latest).ToListAsync(ct);
        var key = seal.Find();
        // Each with the one before it; that of the oldest was not read.
        var isForeign = entries.Zip(entries.Skip(1)).Any(pair => pair.First.Hash != AuditChain.Seal(pair.Second.Hash, pair.First, key));
        if (isForeign)
            log.SealedElsewhere(data.Keys);
        return isForeign;
    }
}
