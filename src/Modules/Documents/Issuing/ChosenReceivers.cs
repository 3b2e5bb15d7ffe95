using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>All that issuing needs to know of a receiver.</summary>
internal sealed record ReceiverUnit(Guid Id, string Path);

/// <summary>The units that will receive, and the names of those chosen that have been closed since.</summary>
internal sealed record Chosen(IReadOnlyList<ReceiverUnit> Units, IReadOnlyList<string> Closed);

internal sealed class ChosenReceivers(UnionDb db, TimeProvider time)
{
    public async Task<Chosen> LoadAsync(OutgoingDocument document, CancellationToken ct)
    {
        var units = db
            .ReceiverChoices.AsNoTracking()
            .Where(c => c.OutgoingId == document.Id && c.UnitId != document.UnitId)
            .Select(c => c.Unit);
        var living = await units.Living(time.Today()).OrderBy(u => u.Ordinal).Select(u => new ReceiverUnit(u.Id, u.Path)).ToListAsync(ct);
        var today = time.Today();
        var closed = await units
            .Where(u => u.ValidTo < today || u.ValidFrom > today)
            .OrderBy(u => u.Path)
            .Select(u => u.Name)
            .Take(20)
            .ToListAsync(ct);
        return new(living, closed);
    }
}
