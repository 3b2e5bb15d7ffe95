using DoanKet.Kernel;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Closing;

/// <summary>Documents that were on their way to being issued go to the heir of the unit that drafted or would have issued them.</summary>
internal sealed class PassDraftsOn(UnionDb db, AddDraft versions, History history, JobQueue jobs)
{
    /// <returns>How many drafts.</returns>
    public async Task<int> HandleAsync(Unit closed, Unit heir, Unit heirOffice, CancellationToken ct)
    {
        var drafts = await db
            .Outgoing.Include(d => d.Unit)
            .Include(d => d.CoSigners)
            .Where(d => (d.UnitId == closed.Id || d.DraftingUnitId == closed.Id) && d.State != OutgoingState.Issued)
            .ToListAsync(ct);
        foreach (var draft in drafts)
        {
            var isIssuedElsewhere = draft.UnitId != closed.Id;
            if (isIssuedElsewhere)
                // A board closed: its office still issues the document, whoever drafts on.
                draft.DraftingUnitId = heirOffice.Id == draft.UnitId ? heir.Id : draft.UnitId;
            else
            {
                // The number stays in the book of the office that closed.
                if (draft.HoldsNumber)
                {
                    db.Add(UnusedNumber.Of(draft, Ids.New(), "Đơn vị kết thúc hoạt động"));
                    draft.DropNumber();
                }
                await versions.TakeSignaturesBackAsync(draft, ct);
                Restart(draft, heir, heirOffice);
            }
            history.Add(draft.Id, EventKind.PassedOn, $"{closed.Name} kết thúc hoạt động; dự thảo chuyển cho {heir.Name}");
            jobs.Add(ReadContentJob.Name, draft.ContentId.ToString());
        }
        return drafts.Count;
    }

    /// <summary>Another office issues it: it needs that office's approvals and signature, so that it begins again as a draft.</summary>
    private static void Restart(OutgoingDocument draft, Unit heir, Unit heirOffice)
    {
        draft.UnitId = heirOffice.Id;
        draft.DraftingUnitId = heir.Id;
        draft.State = OutgoingState.Draft;
        draft.SignerId = null;
        draft.SignerAuthority = draft.SignerName = draft.SignerTitle = "";
        draft.SignedAt = null;
    }
}
