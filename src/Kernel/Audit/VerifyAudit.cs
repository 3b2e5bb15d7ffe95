using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Audit;

/// <summary>The verdict over the whole chain; <paramref name="FirstBroken"/> is the sequence of the first entry that was changed, removed
/// or put in.</summary>
public sealed record AuditVerdict(long Entries, bool Ok, long? FirstBroken);

/// <summary>Recomputes every seal from the first entry on, and looks whether all is there that the anchor remembers.</summary>
public sealed class VerifyAudit(UnionDb db, AuditSeal seal, AuditAnchor anchor)
{
    public async Task<AuditVerdict> HandleAsync(CancellationToken ct)
    {
        var key = seal.Find();
        // Read first: entries that are added meanwhile are beyond it.
        var mark = anchor.Read();
        long count = 0;
        long? broken = null;
        var hash = AuditChain.Genesis;
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            count++;
            if (
                broken is null
                && (
                    entry.Sequence != count
                    || entry.Hash != AuditChain.Seal(hash, entry, key)
                    || (entry.Sequence == mark?.Entries && entry.Hash != mark.Hash)
                )
            )
                broken = entry.Sequence;
            hash = entry.Hash;
        }
        if (mark is not null && count < mark.Entries)
            broken ??= count + 1;
        return new(count, broken is null, broken);
    }
}
