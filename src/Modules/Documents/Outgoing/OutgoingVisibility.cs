using DoanKet.Kernel.Access;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>
/// Who sees an outgoing document: its drafting unit from the first draft on; the office's clerks and leaders, who must approve, sign
/// and issue it; everybody else who may read the unit's documents once it is issued.
/// </summary>
internal static class OutgoingVisibility
{
    public static IQueryable<OutgoingDocument> VisibleOutgoing(this IQueryable<OutgoingDocument> documents, CurrentUser user)
    {
        var drafting = Units(user, Permissions.ReadOutgoing);
        var deciding = Units(user, Permissions.ApproveFormat, Permissions.Sign, Permissions.Issue);
        return documents.Where(Visibility.Condition<OutgoingDocument>(user, Permissions.ReadOutgoing).Or(d => drafting.Contains(d.DraftingUnitId)))
            .Where(d => d.State == OutgoingState.Issued || drafting.Contains(d.DraftingUnitId) || deciding.Contains(d.UnitId));
    }

    private static List<Guid> Units(CurrentUser user, params Permission[] anyOf) =>
        [.. user.Posts.Where(p => anyOf.Any(a => user.Can(a, p.UnitId, p.UnitPath))).Select(p => p.UnitId).Distinct()];
}
