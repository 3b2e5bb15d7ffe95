using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Printing;

/// <summary>The register of blanks of a unit, added up.</summary>
internal sealed record BlanksLeft(int Received, int Used, int Spoilt, int GivenAway)
{
    /// <summary>May not fall below none.</summary>
    public int Left => Received - Used - Spoilt - GivenAway;

    public static async Task<BlanksLeft> OfAsync(IQueryable<BlankEntry> entries, Guid unitId, CancellationToken ct)
    {
        var sums = await entries
            .Where(e => e.UnitId == unitId)
            .GroupBy(e => e.Kind)
            .Select(g => new { g.Key, Count = g.Sum(e => e.Count) })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new(
            sums.GetValueOrDefault(BlankKind.Received),
            sums.GetValueOrDefault(BlankKind.Used),
            sums.GetValueOrDefault(BlankKind.Spoilt),
            sums.GetValueOrDefault(BlankKind.GivenAway)
        );
    }
}
