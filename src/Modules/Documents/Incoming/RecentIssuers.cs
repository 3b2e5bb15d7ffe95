using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>What a unit's last entries suggest for the next one.</summary>
internal sealed class RecentIssuers(UnionDb db)
{
    private const int LookBack = 200;

    /// <summary>Issuing bodies of the last documents, for the list under the field.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(Guid unitId, CancellationToken ct)
    {
        var recent = await Registered(unitId).Take(LookBack).Select(d => d.Issuer).ToListAsync(ct);
        return [.. recent.Where(name => name.Length > 0).Distinct().Take(30)];
    }

    /// <summary>The book of the last entry; the common one when there is none.</summary>
    public async Task<string> LastBookAsync(Guid unitId, CancellationToken ct) =>
        await Registered(unitId).Where(d => d.Source == IncomingSource.Intake).Take(1).Select(d => d.BookCode).FirstOrDefaultAsync(ct)
        ?? "";

    private IQueryable<IncomingDocument> Registered(Guid unitId) =>
        db
            .Incoming.AsNoTracking()
            .Where(d => d.UnitId == unitId && d.ArrivalNumber != null)
            .OrderByDescending(d => d.ReceivedAt)
            .ThenByDescending(d => d.Id);
}
