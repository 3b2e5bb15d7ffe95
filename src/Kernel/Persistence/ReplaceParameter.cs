using System.Linq.Expressions;

namespace DoanKet.Kernel.Persistence;

/// <summary>Puts something else in the place of a condition's row, to join conditions into one that the database answers.</summary>
internal sealed class ReplaceParameter(ParameterExpression row, Expression by) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == row ? by : base.VisitParameter(node);
}
