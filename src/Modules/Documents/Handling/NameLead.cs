using DoanKet.Kernel;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>Writes on a document who leads its handling, for lists and reports: called after every act that changes its parts.</summary>
internal sealed class NameLead(UnionDb db, TimeProvider time)
{
    /// <param name="document">Its living parts are loaded, or added in this unit of work.</param>
    public async Task HandleAsync(IncomingDocument document, CancellationToken ct)
    {
        var leads = db
            .Assignments.Local.Where(a =>
                a.IncomingId == document.Id && a is { Role: AssignmentRole.Lead, State: not AssignmentState.Ended }
            )
            .ToList();
        var first = leads.Find(a => a.FromId is null);
        var person = first?.ToAccountId;
        for (var part = first; part is not null; part = leads.Find(a => a.FromId == part.Id))
            person = part.ToAccountId ?? person;
        document.LeadAccountId = person;
        document.LeadUnitId = first switch
        {
            null => null,
            { ToUnitId: { } unit } => unit,
            { ToAccountId: var account } => await UnitOfAsync(account!.Value, document.UnitId, ct),
        };
    }

    /// <summary>The person's board in the office, or the office itself.</summary>
    private async Task<Guid> UnitOfAsync(Guid accountId, Guid officeId, CancellationToken ct) =>
        await db
            .Posts.HeldOn(time.Today())
            .Where(p => p.AccountId == accountId && p.Unit.ParentId == officeId && p.Unit.Kind.IsPartOfParent)
            .OrderBy(p => p.Id)
            .Select(p => (Guid?)p.UnitId)
            .FirstOrDefaultAsync(ct)
        ?? officeId;
}
