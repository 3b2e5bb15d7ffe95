using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Commenting;

/// <summary>The drafting unit says that a comment was seen to, or takes that back.</summary>
internal sealed class SettleComment(UnionDb db, TakeStep take, TimeProvider time)
{
    public Task<Result<StepOutcome>> HandleAsync(Guid id, Guid commentId, bool done, CancellationToken ct) =>
        take.RunAsync(
            id,
            OutgoingSteps.Upload,
            async document =>
            {
                var comment = await db.Set<PageComment>().FirstOrDefaultAsync(c => c.Id == commentId && c.OutgoingId == document.Id, ct);
                if (comment is null)
                    return Result.Fail("Không tìm thấy góp ý này trong dự thảo.");
                comment.DoneAt = done ? comment.DoneAt ?? time.UtcDateTime() : null;
                return Result.Success;
            },
            ct
        );
}
