using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;

namespace DoanKet.Modules.Members.Transfers;

internal static class TransferQueries
{
    /// <summary>Those of which the person may see one side.</summary>
    public static IQueryable<MemberTransfer> OfEitherSide(this IQueryable<MemberTransfer> transfers, UnionDb db, CurrentUser user)
    {
        var reached = db.Units.ReachedBy(user, Permissions.Read);
        return transfers.Where(t => reached.Any(u => u.Id == t.FromUnitId) || reached.Any(u => u.Id == t.ToUnitId));
    }

    /// <summary>Those that wait for an answer of the person's own unions, and of no others below.</summary>
    public static IQueryable<MemberTransfer> ToAnswer(this IQueryable<MemberTransfer> transfers, CurrentUser user)
    {
        var mine = user.UnitsWhere(Permissions.Edit);
        // Each side along its own index.
        var arriving = OneOf.Condition<MemberTransfer>(t => t.ToUnitId, mine).And(t => t.State == TransferState.Asked && t.IsFromHome);
        var leaving = OneOf.Condition<MemberTransfer>(t => t.FromUnitId, mine).And(t => t.State == TransferState.Asked && !t.IsFromHome);
        return transfers.Where(arriving.Or(leaving));
    }
}
