using System.Linq.Expressions;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;

namespace DoanKet.Kernel.Access;

/// <summary>A row that belongs to a unit.</summary>
public interface IOwnedByUnit
{
    Guid UnitId { get; }

    Unit Unit { get; }
}

public static class Visibility
{
    /// <summary>Keeps the rows that the permission reaches, as one SQL condition (architecture rule 5).</summary>
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> rows, CurrentUser user, Permission permission)
        where T : class, IOwnedByUnit => rows.Where(Condition<T>(user, permission));

    /// <summary>The condition itself, for a list that shows rows on other grounds too.</summary>
    public static Expression<Func<T, bool>> Condition<T>(CurrentUser user, Permission permission)
        where T : class, IOwnedByUnit
    {
        Expression<Func<T, bool>>? any = null;
        foreach (var (post, reach) in user.Granted(permission.Code))
        {
            if (reach == Reach.Everything)
                return _ => true;
            any = any.Or(reach == Reach.Own ? OwnUnit<T>(post.UnitId) : Subtree<T>(post.UnitPath));
        }
        return any ?? (_ => false);
    }

    /// <summary>The units that the permission reaches.</summary>
    public static IQueryable<Unit> ReachedBy(this IQueryable<Unit> units, CurrentUser user, Permission permission)
    {
        Expression<Func<Unit, bool>>? any = null;
        foreach (var (post, reach) in user.Granted(permission.Code))
        {
            if (reach == Reach.Everything)
                return units;
            var (own, path, end) = (post.UnitId, post.UnitPath, UnitPath.EndOf(post.UnitPath));
            any = any.Or<Unit>(
                reach == Reach.Own ? unit => unit.Id == own : unit => unit.Path.CompareTo(path) >= 0 && unit.Path.CompareTo(end) < 0
            );
        }
        return units.Where(any ?? (_ => false));
    }

    private static Expression<Func<T, bool>> OwnUnit<T>(Guid unitId)
        where T : class, IOwnedByUnit => row => row.UnitId == unitId;

    private static Expression<Func<T, bool>> Subtree<T>(string path)
        where T : class, IOwnedByUnit
    {
        var end = UnitPath.EndOf(path);
        return row => row.Unit.Path.CompareTo(path) >= 0 && row.Unit.Path.CompareTo(end) < 0;
    }
}
