using System.Linq.Expressions;
using DoanKet.Kernel.Persistence;

namespace DoanKet.Modules.Documents.Shared;

internal static class NewestFirstList
{
    /// <summary>Rows in the order of a list, from where its last page ended: a range of the index on the instant and the id.</summary>
    /// <param name="at">The instant by which the list is ordered.</param>
    public static IQueryable<T> NewestFirst<T>(this IQueryable<T> rows, Expression<Func<T, DateTime>> at, ListCursor? after)
        where T : class, IFindable
    {
        if (after is { At: var end, Id: var last })
            rows = rows.Where(at.Is(value => value <= end).And(at.Is(value => value < end).Or(row => row.Id.CompareTo(last) < 0)));
        return rows.OrderByDescending(at).ThenByDescending(row => row.Id);
    }
}
