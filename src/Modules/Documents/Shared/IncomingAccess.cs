using System.Linq.Expressions;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>Who may see an incoming document: the readers of its unit, and whoever was given a part in handling it.</summary>
internal static class IncomingAccess
{
    public static IQueryable<IncomingDocument> ReadableBy(this IQueryable<IncomingDocument> rows, UnionDb db, CurrentUser user) =>
        rows.Where(Visibility.Condition<IncomingDocument>(user, Permissions.ReadIncoming).Or(AssignedTo(db, user)));

    /// <summary>
    /// Documents that the person may write on: those of units in whose name the person registers, directs or handles, and those with a
    /// part for the person.
    /// </summary>
    public static IQueryable<IncomingDocument> WorkedOnBy(this IQueryable<IncomingDocument> rows, UnionDb db, CurrentUser user)
    {
        var worked = user.UnitsWhere(Permissions.Register, Permissions.Direct, Permissions.Acknowledge);
        var condition = OneOf.Condition<IncomingDocument>(document => document.UnitId, worked).Or(AssignedTo(db, user));
        return rows.Where(condition);
    }

    /// <summary>
    /// The person's own assignments, those of people for whom the person stands in, and those of the units for which the person handles
    /// documents.
    /// </summary>
    public static Expression<Func<Assignment, bool>> MineOf(CurrentUser user)
    {
        var toPerson = OneOf.Condition<Assignment>(a => a.ToAccountId, user.AccountIds);
        var toUnit = OneOf.Condition<Assignment>(a => a.ToUnitId, HandledUnits(user));
        return toPerson.Or(toUnit).And(a => a.State != AssignmentState.Ended);
    }

    public static IReadOnlyList<Guid> HandledUnits(CurrentUser user) => user.UnitsWhere(Permissions.Handle, Permissions.Acknowledge);

    private static Expression<Func<IncomingDocument, bool>> AssignedTo(UnionDb db, CurrentUser user)
    {
        var mine = db.Assignments.Where(MineOf(user)).Select(a => a.IncomingId);
        return document => mine.Contains(document.Id);
    }
}
