using System.Linq.Expressions;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>
/// Who sees an outgoing document: its drafting unit from the first draft on; the office's clerks and leaders, who must approve, sign
/// and issue it; everybody else who may read the unit's documents once it is issued.
/// </summary>
internal static class OutgoingVisibility
{
    public static IQueryable<OutgoingDocument> VisibleOutgoing(this IQueryable<OutgoingDocument> documents, CurrentUser user)
    {
        var drafted = OneOf.Condition<OutgoingDocument>(d => d.DraftingUnitId, user.UnitsWhere(Permissions.ReadOutgoing));
        return documents
            .Where(Visibility.Condition<OutgoingDocument>(user, Permissions.ReadOutgoing).Or(drafted))
            .Where(drafted.Or(DecidedBy(user)).Or(d => d.State == OutgoingState.Issued));
    }

    /// <summary>
    /// Who sees the versions that led to a document: those who write, approve, sign or issue it. What was thought and dropped is none of a
    /// reader's business, least of all after the document was issued.
    /// </summary>
    public static IQueryable<OutgoingDocument> WithVisibleVersions(this IQueryable<OutgoingDocument> documents, CurrentUser user)
    {
        var writing = user.UnitsWhere(Permissions.Draft, Permissions.ApproveContent);
        return documents.Where(OneOf.Condition<OutgoingDocument>(d => d.DraftingUnitId, writing).Or(DecidedBy(user)));
    }

    private static Expression<Func<OutgoingDocument, bool>> DecidedBy(CurrentUser user) =>
        OneOf.Condition<OutgoingDocument>(d => d.UnitId, user.UnitsWhere(Permissions.ApproveFormat, Permissions.Sign, Permissions.Issue));
}
