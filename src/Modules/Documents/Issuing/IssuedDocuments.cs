using DoanKet.Kernel.Access;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>What the clerk of the issuing unit still does with a document after it was issued.</summary>
internal static class IssuedDocuments
{
    /// <summary>With its unit; null when there is none, or the person is not that unit's clerk.</summary>
    public static async Task<OutgoingDocument?> IssuedForClerkAsync(
        this IQueryable<OutgoingDocument> documents,
        CurrentUser person,
        Guid id,
        CancellationToken ct
    )
    {
        var document = await documents
            .VisibleOutgoing(person)
            .Include(d => d.Unit)
            .FirstOrDefaultAsync(d => d.Id == id && d.State == OutgoingState.Issued, ct);
        return document is not null && person.Can(Permissions.Issue, document.Unit) ? document : null;
    }
}
