using System.Linq.Expressions;

namespace DoanKet.Kernel.Persistence;

/// <summary>Joins conditions into one that the database answers.</summary>
public static class Conditions
{
    public static Expression<Func<T, bool>> Or<T>(this Expression<Func<T, bool>>? left, Expression<Func<T, bool>> right) =>
        left is null ? right : Expression.Lambda<Func<T, bool>>(Expression.OrElse(left.Body, OfRow(left, right)), left.Parameters);

    public static Expression<Func<T, bool>> And<T>(this Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) =>
        Expression.Lambda<Func<T, bool>>(Expression.AndAlso(left.Body, OfRow(left, right)), left.Parameters);

    /// <summary>Asks of a column what <paramref name="condition"/> asks of a value.</summary>
    public static Expression<Func<T, bool>> Is<T, TValue>(
        this Expression<Func<T, TValue>> column,
        Expression<Func<TValue, bool>> condition
    ) => Expression.Lambda<Func<T, bool>>(Put(column.Body, condition), column.Parameters);

    private static Expression OfRow<T>(Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) => Put(left.Parameters[0], right);

    private static Expression Put<TValue>(Expression value, Expression<Func<TValue, bool>> condition) =>
        new ReplaceParameter(condition.Parameters[0], value).Visit(condition.Body);

    private sealed class ReplaceParameter(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : base.VisitParameter(node);
    }
}
