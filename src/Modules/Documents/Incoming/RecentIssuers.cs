using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>What the unit's clerk typed last time.</summary>
internal sealed record LastEntry(string BookCode, string? Issuer, string? KindCode);

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

    public async Task<LastEntry> LastAsync(Guid unitId, CancellationToken ct) =>
        await Registered(unitId)
            .Where(d => d.Source == IncomingSource.Files)
            .Take(1)
            .Select(d => new LastEntry(d.BookCode, d.Issuer, d.KindCode))
            .FirstOrDefaultAsync(ct)
        ?? new("", null, null);

    private IQueryable<IncomingDocument> Registered(Guid unitId) =>
        db
            .Incoming.AsNoTracking()
            .Where(d => d.UnitId == unitId && d.ArrivalNumber != null)
            .OrderByDescending(d => d.ReceivedAt)
            .ThenByDescending(d => d.Id);
}
