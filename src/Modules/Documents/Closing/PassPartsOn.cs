using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Handling;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Closing;

/// <summary>What was given to a unit and is not done goes to its heir, by the same day and in the same role.</summary>
internal sealed class PassPartsOn(UnionDb db, NameLead lead, History history, TimeProvider time)
{
    /// <returns>How many parts.</returns>
    public async Task<int> HandleAsync(Unit closed, Unit heir, CancellationToken ct)
    {
        var open = db.Assignments.Where(a => a.State == AssignmentState.Open);
        var parts = await open.Where(a => a.ToUnitId == closed.Id).ToListAsync(ct);
        var documents = parts.Select(p => p.IncomingId).ToList();
        var held = await open.Where(a => a.ToUnitId == heir.Id && documents.Contains(a.IncomingId))
            .ToDictionaryAsync(a => a.IncomingId, ct);
        var now = time.UtcDateTime();
        foreach (var part in parts)
        {
            part.State = AssignmentState.Ended;
            part.EndedAt = now;
            if (held.TryGetValue(part.IncomingId, out var own))
                Join(own, part);
            else
                db.Add(
                    own = new Assignment
                    {
                        Id = Ids.New(),
                        IncomingId = part.IncomingId,
                        FromId = part.FromId,
                        Role = part.Role,
                        ToUnitId = heir.Id,
                        DueOn = part.DueOn,
                        AssignedAt = now,
                        AssignedBy = part.AssignedBy,
                    }
                );
            foreach (var below in await db.Assignments.Where(a => a.IncomingId == part.IncomingId && a.FromId == part.Id).ToListAsync(ct))
                below.FromId = own.Id;
            history.Add(
                part.IncomingId,
                EventKind.PassedOn,
                $"{closed.Name} kết thúc hoạt động; phần việc ({part.Role.Name()}) chuyển cho {heir.Name}"
            );
        }
        await NameLeadsAsync(documents, ct);
        return parts.Count;
    }

    private async Task NameLeadsAsync(List<Guid> documents, CancellationToken ct)
    {
        await db.Assignments.Where(a => documents.Contains(a.IncomingId) && a.State != AssignmentState.Ended).LoadAsync(ct);
        foreach (var document in await db.Incoming.Where(d => documents.Contains(d.Id)).ToListAsync(ct))
            await lead.HandleAsync(document, ct);
    }

    /// <summary>The heir has a part already: it keeps the heavier role and the earlier day.</summary>
    private static void Join(Assignment own, Assignment other)
    {
        own.Role = (AssignmentRole)Math.Min((int)own.Role, (int)other.Role);
        if (own.DueOn is null || other.DueOn < own.DueOn)
            own.DueOn = other.DueOn;
    }
}
