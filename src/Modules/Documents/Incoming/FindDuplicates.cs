using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>A document already received with the same number, symbol and issuing body.</summary>
internal sealed record Duplicate(
    Guid Id,
    string NumberText,
    string Issuer,
    string Subject,
    int? ArrivalNumber,
    DateOnly? ArrivalDate,
    DateTime ReceivedAt
);

/// <summary>The warning that phụ lục VI, phần I of the decree asks for.</summary>
internal sealed class FindDuplicates(UnionDb db)
{
    public async Task<IReadOnlyList<Duplicate>> HandleAsync(
        Guid unitId,
        Guid? except,
        string? numberText,
        string? issuer,
        CancellationToken ct
    )
    {
        var key = NumberKeys.Duplicate(numberText, issuer);
        if (key.Length == 0)
            return [];
        return await db
            .Incoming.AsNoTracking()
            .Where(d =>
                d.UnitId == unitId
                && d.DuplicateKey == key
                && d.Id != except
                && d.State != IncomingState.Returned
                && d.State != IncomingState.Cancelled
            )
            .OrderByDescending(d => d.ReceivedAt)
            .ThenBy(d => d.Id)
            .Take(5)
            .Select(d => new Duplicate(d.Id, d.NumberText, d.Issuer, d.Subject, d.ArrivalNumber, d.ArrivalDate, d.ReceivedAt))
            .ToListAsync(ct);
    }
}
