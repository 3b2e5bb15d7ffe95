using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Copying;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>An electronic copy of a paper that went out.</summary>
internal sealed class DemoCopy(UnionDb db, DemoActor actor, MakeCopy make) : IDemoPart
{
    private const string Clerk = "vanthu";

    /// <summary>Behind the certificates and the documents.</summary>
    public int Order => 62;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        if (demo.Accounts.FirstOrDefault(a => a.UserName == Clerk) is not { } clerk)
            return;
        var unit = (await actor.BecomeAsync(Clerk, ct)).Unit!.Id;
        var attachments = db.Attachments;
        var paper = await db
            .Outgoing.Where(d => d.UnitId == unit && d.State == OutgoingState.Issued && d.SealedAt == null)
            .Where(d => attachments.Any(a => a.ContentId == d.ContentId && a.MediaType == "application/pdf"))
            .OrderByDescending(d => d.CreatedAt)
            .ThenBy(d => d.Id)
            .Select(d => (Guid?)d.Id)
            .FirstOrDefaultAsync(ct);
        if (paper is not null)
            DemoActor.Done(await make.HandleAsync(new(null, paper, 1, CopyForm.Exact, null, "Sở Nội vụ (trình diễn)", clerk.Password), ct));
        actor.Leave();
    }
}
