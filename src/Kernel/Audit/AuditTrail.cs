using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Audit;

/// <summary>Collects what a use case did; <see cref="Work"/> appends it to the chain just before it commits.</summary>
public sealed class AuditTrail(UserContext user, TimeProvider time)
{
    private readonly List<AuditEntry> _pending = [];

    /// <param name="action">Registered name, e.g. <c>documents.incoming.registered</c>.</param>
    /// <param name="text">In Vietnamese, at most 2,000 characters are kept.</param>
    public void Record(string action, Guid? subjectId, string text) => _pending.Add(new()
    {
        At = time.UtcDateTime(),
        AccountId = user.Current?.AccountId,
        UnitId = user.Current?.Unit?.Id,
        Actor = Cut(user.Current is { } person ? $"{person.FullName} ({person.UserName}), {person.Unit?.Name}" : "Chương trình", AuditEntry.MaxActor),
        Action = action,
        SubjectId = subjectId,
        Text = Cut(text, AuditEntry.MaxText),
        Hash = "",
    });

    internal async Task AppendAsync(UnionDb db, CancellationToken ct)
    {
        if (_pending.Count == 0)
            return;
        await db.Dialect.LockAuditAsync(db, ct);
        var last = await db.Set<AuditEntry>().AsNoTracking().OrderByDescending(e => e.Sequence)
            .Select(e => new { e.Sequence, e.Hash }).FirstOrDefaultAsync(ct);
        var (sequence, hash) = (last?.Sequence ?? 0, last?.Hash ?? AuditChain.Genesis);
        foreach (var entry in _pending)
        {
            entry.Sequence = ++sequence;
            hash = entry.Hash = AuditChain.Seal(hash, entry);
            db.Add(entry);
        }
        await db.SaveChangesAsync(ct);
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    internal void Forget() => _pending.Clear();
}
