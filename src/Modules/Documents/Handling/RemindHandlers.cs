using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>Reminds whoever still has something to do with a document, each part at most once an hour.</summary>
internal sealed class RemindHandlers(UnionDb db, Work work, UserContext user, TellHandlers tell, History history, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <param name="Reminded">Parts whose holders were told.</param>
    /// <param name="Skipped">Open parts that were reminded less than an hour ago.</param>
    internal sealed record Outcome(int Reminded, int Skipped);

    /// <summary>Who directs the unit's documents, and its clerk, who follows them up (điều 24).</summary>
    public static bool MayRemind(CurrentUser user, IncomingDocument document) =>
        document.State == IncomingState.Directed
        && (user.Can(Permissions.Direct, document.Unit) || user.Can(Permissions.Register, document.Unit));

    public Task<Result<Outcome>> HandleAsync(Guid id, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<IncomingDocument>(db, id, ct);
                var person = user.Required;
                var document = await db.Incoming.ReadableBy(db, person).Include(d => d.Unit).FirstOrDefaultAsync(d => d.Id == id, ct);
                if (document is null || !MayRemind(person, document))
                    return Result<Outcome>.Refuse("Văn bản không còn chờ xử lý, hoặc anh/chị không có quyền nhắc.");
                var parts = await db
                    .Assignments.Where(a => a.IncomingId == id && a.State == AssignmentState.Open && a.Role != AssignmentRole.Inform)
                    .Include(a => a.ToUnit)
                    .Include(a => a.ToAccount)
                    .OrderBy(a => a.Role)
                    .ThenBy(a => a.AssignedAt)
                    .ToListAsync(ct);
                var now = time.UtcDateTime();
                var due = parts.Where(p => p.RemindedAt is not { } last || last <= now - Pause).ToList();
                if (due.Count == 0)
                    return new Outcome(0, parts.Count);
                foreach (var part in due)
                    part.RemindedAt = now;
                await tell.RemindAsync(document, due, ct);
                var whom = string.Join(", ", due.Select(p => p.Holder).Distinct());
                history.Record(document, EventKind.Reminded, "documents.assignment.reminded", $"Nhắc {whom}");
                return new Outcome(due.Count, parts.Count - due.Count);
            },
            ct
        );
}
