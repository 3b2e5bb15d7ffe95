using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>Which units can receive: living today, with books of their own (a board is not one), and not the sender.</summary>
internal sealed class PossibleReceivers(UnionDb db, TimeProvider time)
{
    public IQueryable<Unit> For(Unit sender) =>
        db.Units.AsNoTracking().Living(time.Today()).Where(u => !u.Kind.IsPartOfParent && u.Id != sender.Id);

    public IQueryable<Unit> Below(Unit sender) => For(sender).Within(sender.Path);

    /// <summary>The kinds of the units below and how many there are of each, for the buttons "tất cả …".</summary>
    public Task<List<ReceiverKind>> KindsBelowAsync(Unit sender, CancellationToken ct) =>
        Below(sender)
            .GroupBy(u => new
            {
                u.KindCode,
                u.Kind.Name,
                u.Kind.Rank,
            })
            .OrderBy(g => g.Key.Rank)
            .ThenBy(g => g.Key.KindCode)
            .Select(g => new ReceiverKind(g.Key.KindCode, g.Key.Name, g.Count()))
            .ToListAsync(ct);
}

internal sealed record ReceiverKind(string Code, string Name, int Count);
