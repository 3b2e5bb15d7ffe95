namespace DoanKet.Modules.Members.Progress;

/// <summary>A unit with its place among others.</summary>
/// <param name="Place">From 1; the same for units that have reached as much; null for a unit without a target.</param>
internal sealed record RankedRow(int? Place, ProgressRow Row)
{
    /// <summary>Who has reached most of the target comes first, then whose members are known best; without a target last.</summary>
    public static IReadOnlyList<RankedRow> Of(IEnumerable<ProgressRow> rows)
    {
        List<RankedRow> ranked = [];
        foreach (
            var row in rows.OrderByDescending(row => row.Percent ?? -1)
                .ThenByDescending(row => row.Complete ?? -1)
                .ThenBy(row => row.Code, StringComparer.Ordinal)
        )
        {
            var place = ranked is [.., var last] && last.Row.Percent == row.Percent ? last.Place : ranked.Count + 1;
            ranked.Add(new(row.Percent is null ? null : place, row));
        }
        return ranked;
    }
}
