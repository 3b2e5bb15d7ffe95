using DoanKet.Contracts.Organisation;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Closing;

/// <summary>Nothing that waits in a unit is lost when the unit closes: its heir finds it in its own lists.</summary>
internal sealed class PassWorkOn(
    UnionDb db,
    PassPartsOn parts,
    PassIncomingOn incoming,
    PassDraftsOn drafts,
    Notices notices,
    AuditTrail audit
) : IEventHandler<UnitClosed>
{
    private static readonly string[] Receiving = [Roles.Clerk, Roles.Leader, Roles.Head, Roles.Grassroots];

    public async Task HandleAsync(UnitClosed happened, CancellationToken ct)
    {
        var closed = await db.Units.FirstAsync(u => u.Id == happened.UnitId, ct);
        var heir = await db.Units.FirstAsync(u => u.Id == happened.HeirId, ct);
        var office = await db.Units.OfficeOfAsync(heir.Id, ct);
        var (documents, tasks, papers) = (
            await incoming.HandleAsync(closed, office, ct),
            await parts.HandleAsync(closed, heir, ct),
            await drafts.HandleAsync(closed, heir, office, ct)
        );
        if (documents + tasks + papers == 0)
            return;
        var work = $"{documents} văn bản đến, {tasks} phần việc, {papers} dự thảo";
        audit.Record("documents.work.passed-on", closed.Id, $"{closed.Name} kết thúc hoạt động: chuyển {work} cho {heir.Name}");
        await notices.TellPostsAsync(
            [.. new[] { heir.Id, office.Id }.Distinct()],
            Receiving,
            $"{closed.Name} đã kết thúc hoạt động; {work} đang dở được chuyển cho {heir.Name}",
            "/",
            ct
        );
    }
}
