using DoanKet.Kernel.Access;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>
/// Who sees an outgoing document: its drafting unit from the first draft on; the office's clerks and leaders, who must approve, sign
/// and issue it; everybody else who may read the unit's documents once it is issued.
/// </summary>
internal static class OutgoingVisibility
{
    public static IQueryable<OutgoingDocument> VisibleOutgoing(this IQueryable<OutgoingDocument> documents, CurrentUser user)
    {
        var drafting = user.UnitsWhere(Permissions.ReadOutgoing);
        var deciding = user.UnitsWhere(Permissions.ApproveFormat, Permissions.Sign, Permissions.Issue);
        return documents
            .Where(Visibility.Condition<OutgoingDocument>(user, Permissions.ReadOutgoing).Or(d => drafting.Contains(d.DraftingUnitId)))
            .Where(d => d.State == OutgoingState.Issued || drafting.Contains(d.DraftingUnitId) || deciding.Contains(d.UnitId));
    }

    /// <summary>
    /// Who sees the versions that led to a document: those who write, approve, sign or issue it. What was thought and dropped is none of a
    /// reader's business, least of all after the document was issued.
    /// </summary>
    public static IQueryable<OutgoingDocument> WithVisibleVersions(this IQueryable<OutgoingDocument> documents, CurrentUser user)
    {
        var drafting = user.UnitsWhere(Permissions.Draft, Permissions.ApproveContent);
        var deciding = user.UnitsWhere(Permissions.ApproveFormat, Permissions.Sign, Permissions.Issue);
        return documents.Where(d => drafting.Contains(d.DraftingUnitId) || deciding.Contains(d.UnitId));
    }
}
