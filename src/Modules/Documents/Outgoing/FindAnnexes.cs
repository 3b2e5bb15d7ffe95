using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>A file that a document shows beside its text.</summary>
/// <param name="CanBeSigned">In the file itself; a table to be filled in, say, cannot.</param>
/// <param name="IsSigned">The unit's key has signed it: it is not as it was uploaded any more.</param>
internal sealed record ShownAnnex(int Ordinal, string FileName, string Sha256, bool CanBeSigned, bool IsSigned)
{
    public bool WaitsForKey => CanBeSigned && !IsSigned;
}

/// <summary>Finds the files beside the text of a document.</summary>
internal sealed class FindAnnexes(UnionDb db)
{
    public async Task<IReadOnlyList<ShownAnnex>> OfAsync(OutgoingDocument document, CancellationToken ct)
    {
        var versions = db.Drafts.Where(v => v.OutgoingId == document.Id).Select(v => v.Id);
        var uploaded = db.Annexes.Where(a => versions.Contains(a.VersionId)).Select(a => a.Sha256);
        return await db
            .Attachments.AsNoTracking()
            .Where(a => a.ContentId == document.ContentId && a.Ordinal > 1)
            .OrderBy(a => a.Ordinal)
            .Select(a => new ShownAnnex(a.Ordinal, a.Name, a.Sha256, a.MediaType == MakeSignature.Signable, !uploaded.Contains(a.Sha256)))
            .ToListAsync(ct);
    }
}
