using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>What the issue of a replacing or correcting document does to the one before, in the same transaction.</summary>
internal sealed class AmendIssued(UnionDb db, RecallDocument recall, History history)
{
    public async Task HandleAsync(OutgoingDocument document, CancellationToken ct)
    {
        if (document is not { AmendsId: { } amended, Amendment: { } amendment })
            return;
        await db.Dialect.LockRowAsync<OutgoingDocument>(db, amended, ct);
        var before = await db.Outgoing.Include(d => d.Unit).FirstAsync(d => d.Id == amended, ct);
        var by = $"văn bản số {document.NumberText} ngày {document.IssuedOn?.Show()}";
        if (amendment == Amendment.Corrects)
            await CorrectAsync(before, $"Được đính chính bằng {by}", ct);
        else if (before.RecalledAt is null)
            await recall.TakeBackAsync(before, $"Được thay thế bằng {by}", ct);
    }

    private async Task CorrectAsync(OutgoingDocument before, string text, CancellationToken ct)
    {
        history.Add(before.Id, EventKind.Corrected, text);
        var copies = await RecallDocument.CopiesOf(db, before.Id).Select(d => d.Id).ToListAsync(ct);
        await db.Dialect.BulkInsertAsync(db, copies.Select(copy => history.Line(copy, EventKind.Corrected, text)), ct);
    }
}
