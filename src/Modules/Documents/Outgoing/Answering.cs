using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Which document a person may answer, replace or correct.</summary>
internal static class Answering
{
    /// <summary>One of the office's own that the person may read or was given to handle.</summary>
    public static Task<IncomingDocument?> AnswerableAsync(
        this UnionDb db,
        CurrentUser person,
        Guid officeId,
        Guid incomingId,
        CancellationToken ct
    )
    {
        var readable = db.Incoming.VisibleTo(person, Permissions.ReadIncoming).Select(d => d.Id);
        var assigned = db.Assignments.Where(IncomingAccess.MineOf(person)).Select(a => a.IncomingId);
        return db.Incoming.FirstOrDefaultAsync(
            d => d.Id == incomingId && d.UnitId == officeId && (readable.Contains(d.Id) || assigned.Contains(d.Id)),
            ct
        );
    }

    /// <summary>An issued document of the office that the person may read.</summary>
    public static Task<OutgoingDocument?> AmendableAsync(
        this UnionDb db,
        CurrentUser person,
        Guid officeId,
        Guid outgoingId,
        CancellationToken ct
    ) =>
        db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(person)
            .FirstOrDefaultAsync(d => d.Id == outgoingId && d.UnitId == officeId && d.State == OutgoingState.Issued, ct);
}
