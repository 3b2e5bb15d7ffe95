using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Shared;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>"Nơi nhận văn bản": the names where they are few, else how many of each kind of unit, and the bodies outside.</summary>
internal sealed class NameReceivers(UnionDb db)
{
    public async Task<IReadOnlyDictionary<Guid, string>> ForAsync(IReadOnlyList<Guid> outgoing, CancellationToken ct)
    {
        var counts = await db
            .Receipts.AsNoTracking()
            .Where(r => outgoing.Contains(r.OutgoingId))
            .GroupBy(r => new { r.OutgoingId, r.Receiver.KindCode })
            .Select(g => new
            {
                g.Key.OutgoingId,
                g.Key.KindCode,
                Count = g.Count(),
            })
            .ToListAsync(ct);
        var few = counts.GroupBy(c => c.OutgoingId).Where(g => g.Sum(c => c.Count) <= RegisterWording.Few).Select(g => g.Key).ToList();
        var names = (
            await db
                .Receipts.AsNoTracking()
                .Where(r => few.Contains(r.OutgoingId))
                .Select(r => new { r.OutgoingId, r.Receiver.Name })
                .ToListAsync(ct)
        ).ToLookup(r => r.OutgoingId, r => r.Name);
        var outside = (
            await db.OutsideReceivers.AsNoTracking().Where(r => outgoing.Contains(r.OutgoingId)).OrderBy(r => r.Ordinal).ToListAsync(ct)
        ).ToLookup(r => r.OutgoingId, r => r.Told);
        var kinds = await db.Set<UnitKind>().AsNoTracking().ToDictionaryAsync(k => k.Code, ct);
        var many = counts.ToLookup(c => c.OutgoingId, c => (Kind: kinds[c.KindCode], c.Count));
        return outgoing.ToDictionary(
            id => id,
            id =>
                string.Join(
                    "; ",
                    (
                        few.Contains(id)
                            ? names[id].OrderBy(VietnameseOrder.Key, StringComparer.Ordinal)
                            : many[id]
                                .OrderBy(k => k.Kind.Rank)
                                .ThenBy(k => k.Kind.Code, StringComparer.Ordinal)
                                .Select(k => $"{k.Count.Grouped()} {LowerFirst(k.Kind.Name)}")
                    ).Concat(Cut([.. outside[id]]))
                )
        );
    }

    private static IEnumerable<string> Cut(IReadOnlyList<string> names) =>
        names.Count <= RegisterWording.Few
            ? names
            : names.Take(RegisterWording.Few).Append($"{names.Count - RegisterWording.Few} nơi khác");

    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
