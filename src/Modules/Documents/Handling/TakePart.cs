using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>
/// The frame of every act on a part by its holder. The document's row is locked first: of two who finish at the same time the second sees
/// what the first has done, and one of them completes the document.
/// </summary>
internal sealed class TakePart(UnionDb db, Work work, UserContext user, NameLead lead)
{
    public Task<Result<T>> RunAsync<T>(Guid partId, Func<Assignment, PartTree, Task<Result<T>>> act, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var incomingId = await db.Assignments.Where(a => a.Id == partId).Select(a => a.IncomingId).FirstOrDefaultAsync(ct);
                await db.Dialect.LockRowAsync<IncomingDocument>(db, incomingId, ct);
                var parts = await db
                    .Assignments.Where(a => a.IncomingId == incomingId && a.State != AssignmentState.Ended)
                    .Include(a => a.ToUnit)
                    .Include(a => a.ToAccount)
                    .Include(a => a.Incoming)
                        .ThenInclude(d => d.Unit)
                    .ToListAsync(ct);
                var part = parts.Find(a => a.Id == partId);
                if (part is null || !IncomingAccess.MineOf(user.Required).Compile()(part))
                    return Result<T>.Refuse("Phần việc này không giao cho anh/chị hoặc đơn vị của anh/chị.");
                if (part.State != AssignmentState.Open)
                    return Result<T>.Fail("Phần việc này đã được báo xong.");
                var result = await act(part, new(parts));
                if (result.Ok)
                    await lead.HandleAsync(part.Incoming, ct);
                return result;
            },
            ct
        );
}
