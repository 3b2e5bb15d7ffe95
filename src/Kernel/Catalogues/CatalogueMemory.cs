using System.Collections.Concurrent;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Catalogues;

/// <summary>
/// The rows of small catalogues, kept for a minute: pages look up names in them line by line. Another instance learns of a change within
/// that minute.
/// </summary>
public sealed class CatalogueMemory(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Type, (object Rows, DateTime Until)> _rows = new();

    /// <summary>All rows, of every time. Not awaited, so that a page can ask while it is written; it happens once a minute.</summary>
    public IReadOnlyList<T> Rows<T>(UnionDb db)
        where T : class, IDatedRow
    {
        var now = time.UtcDateTime();
        if (_rows.TryGetValue(typeof(T), out var known) && known.Until > now)
            return (IReadOnlyList<T>)known.Rows;
        IReadOnlyList<T> rows = [.. db.Set<T>().AsNoTracking()];
        _rows[typeof(T)] = (rows, now + Kept);
        return rows;
    }

    /// <summary>Told before a change is committed and read anew after it; what is read in between is kept for a minute at most.</summary>
    public void Forget<T>() => _rows.TryRemove(typeof(T), out _);
}
