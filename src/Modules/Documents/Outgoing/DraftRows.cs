using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>A version of a draft in a list.</summary>
/// <param name="Annexes">Files beside the text, in their order.</param>
internal sealed record VersionRow(int Number, DateTime At, string By, string Note, IReadOnlyList<AnnexRow> Annexes);

internal sealed record AnnexRow(Guid Id, int Ordinal, string FileName);

/// <summary>A decision on a draft in a list.</summary>
internal sealed record ApprovalRow(ApprovalKind Kind, bool Approved, int DraftNumber, string By, DateTime At, string Note);

/// <summary>What was done, in a timeline.</summary>
internal sealed record LineRow(EventKind Kind, DateTime At, string Actor, string Text);

/// <summary>How a document came about.</summary>
internal static class DraftRows
{
    /// <summary>The latest first.</summary>
    public static async Task<IReadOnlyList<VersionRow>> VersionsOfAsync(this UnionDb db, Guid outgoingId, CancellationToken ct) =>
        await db
            .Drafts.AsNoTracking()
            .Where(v => v.OutgoingId == outgoingId)
            .OrderByDescending(v => v.Number)
            .Select(v => new VersionRow(
                v.Number,
                v.At,
                db.Users.Where(a => a.Id == v.AccountId).Select(a => a.FullName).First(),
                v.Note,
                v.Annexes.OrderBy(a => a.Ordinal).Select(a => new AnnexRow(a.Id, a.Ordinal, a.FileName)).ToList()
            ))
            .ToListAsync(ct);

    /// <summary>The last one at the end.</summary>
    public static async Task<IReadOnlyList<ApprovalRow>> ApprovalsOfAsync(this UnionDb db, Guid outgoingId, CancellationToken ct) =>
        await db
            .Approvals.AsNoTracking()
            .Where(a => a.OutgoingId == outgoingId)
            .OrderBy(a => a.At)
            .ThenBy(a => a.Id)
            .Select(a => new ApprovalRow(a.Kind, a.Approved, a.DraftNumber, a.Account.FullName, a.At, a.Note))
            .ToListAsync(ct);

    /// <summary>The latest first, and no more than anybody reads.</summary>
    public static async Task<IReadOnlyList<LineRow>> LinesOfAsync(this UnionDb db, Guid outgoingId, CancellationToken ct) =>
        await db
            .History.AsNoTracking()
            .Where(e => e.DocumentId == outgoingId)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(200)
            .Select(e => new LineRow(e.Kind, e.At, e.Actor, e.Text))
            .ToListAsync(ct);
}
