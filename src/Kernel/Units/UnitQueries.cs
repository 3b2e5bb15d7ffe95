using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Units;

/// <summary>The questions every module asks of the tree.</summary>
public static class UnitQueries
{
    /// <summary>The unit itself and everything below it.</summary>
    public static IQueryable<Unit> Within(this IQueryable<Unit> units, string path)
    {
        var end = UnitPath.EndOf(path);
        return units.Where(u => u.Path.CompareTo(path) >= 0 && u.Path.CompareTo(end) < 0);
    }

    public static IQueryable<Unit> Living(this IQueryable<Unit> units, DateOnly day) =>
        units.Where(u => u.ValidFrom <= day && (u.ValidTo == null || u.ValidTo >= day));

    /// <summary>Units whose name or code holds every word, in any order, with or without tone marks.</summary>
    public static IQueryable<Unit> Matching(this IQueryable<Unit> units, string? words)
    {
        foreach (var word in Fold.Text(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(10))
            units = units.Where(u => u.NameFold.Contains(word));
        return units;
    }

    /// <summary>The unit whose books and seal a part (a board) uses: the nearest ancestor that is not a part; itself for a whole
    /// unit.</summary>
    public static async Task<Unit> OfficeOfAsync(this DbSet<Unit> units, Guid unitId, CancellationToken ct)
    {
        var unit = await units.Include(u => u.Kind).FirstAsync(u => u.Id == unitId, ct);
        while (unit.Kind.IsPartOfParent && unit.ParentId is { } parent)
            unit = await units.Include(u => u.Kind).FirstAsync(u => u.Id == parent, ct);
        return unit;
    }
}
