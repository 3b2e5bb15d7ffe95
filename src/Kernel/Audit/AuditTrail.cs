using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Audit;

/// <summary>Collects what a use case did; <see cref="Work"/> appends it to the chain just before it commits.</summary>
public sealed class AuditTrail(UserContext user, AuditSeal seal, AuditAnchor anchor, TimeProvider time)
{
    private readonly List<AuditEntry> _pending = [];
    private AuditMark? _appended;

    /// <param name="action">Registered name, e.g. <c>documents.incoming.registered</c>.</param>
    /// <param name="text">In Vietnamese, at most 2,000 characters are kept.</param>
    public void Record(string action, Guid? subjectId, string text) =>
        _pending.Add(
            new()
            {
                At = time.UtcDateTime(),
                AccountId = user.Current?.AccountId,
                UnitId = user.Current?.Unit?.Id,
                Actor = ActorText().Shortened(AuditEntry.MaxActor),
                Action = action,
                SubjectId = subjectId,
                Text = text.Shortened(AuditEntry.MaxText),
                Hash = "",
            }
        );

    private string ActorText() =>
        user.Current is { } person ? $"{person.FullName} ({person.UserName}), {person.Unit?.Name}{person.InPlaceOf}" : "Chương trình";

    internal async Task AppendAsync(UnionDb db, CancellationToken ct)
    {
        if (_pending.Count == 0)
            return;
        await db.Dialect.LockAuditAsync(db, ct);
        var last = await db.Set<AuditEntry>()
            .AsNoTracking()
            .OrderByDescending(e => e.Sequence)
            .Select(e => new { e.Sequence, e.Hash })
            .FirstOrDefaultAsync(ct);
        var (sequence, hash) = (last?.Sequence ?? 0, last?.Hash ?? AuditChain.Genesis);
        var key = seal.FindOrMake(sequence + 1);
        foreach (var entry in _pending)
        {
            entry.Sequence = ++sequence;
            hash = entry.Hash = AuditChain.Seal(hash, entry, key);
            db.Add(entry);
        }
        await db.SaveChangesAsync(ct);
        _appended = new(sequence, hash);
    }

    /// <summary>After the commit: what was appended counts from now on.</summary>
    internal void Committed()
    {
        if (_appended is { } mark)
            anchor.Advance(mark);
    }

    internal void Forget()
    {
        _pending.Clear();
        _appended = null;
    }
}
