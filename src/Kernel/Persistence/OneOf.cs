using System.Linq.Expressions;

namespace DoanKet.Kernel.Persistence;

/// <summary>
/// Conditions on the few units or people for whom somebody acts, mostly one. One is compared by itself: a list is planned anew at every
/// question by PostgreSQL (it reckons with ten and finds fewer), and its statement is written anew for SQLite.
/// </summary>
public static class OneOf
{
    public static IQueryable<T> WhereOneOf<T>(this IQueryable<T> rows, Expression<Func<T, Guid>> id, IReadOnlyList<Guid> ids) =>
        rows.Where(Condition(id, ids));

    /// <param name="id">A row that names none is not among them.</param>
    public static IQueryable<T> WhereOneOf<T>(this IQueryable<T> rows, Expression<Func<T, Guid?>> id, IReadOnlyList<Guid> ids) =>
        rows.Where(Condition(id, ids));

    /// <summary>The condition itself, to be joined with others.</summary>
    public static Expression<Func<T, bool>> Condition<T>(Expression<Func<T, Guid>> id, IReadOnlyList<Guid> ids)
    {
        Expression<Func<Guid, bool>> isIn = value => ids.Contains(value);
        return id.Is(ids is [var one] ? value => value == one : isIn);
    }

    public static Expression<Func<T, bool>> Condition<T>(Expression<Func<T, Guid?>> id, IReadOnlyList<Guid> ids)
    {
        Expression<Func<Guid?, bool>> isIn = value => value != null && ids.Contains(value.Value);
        return id.Is(ids is [var one] ? value => value == one : isIn);
    }
}
