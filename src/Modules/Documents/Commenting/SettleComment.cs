using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Commenting;

/// <summary>The drafting unit says that a comment was seen to, or takes that back.</summary>
internal sealed class SettleComment(UnionDb db, TakeStep take, History history, TimeProvider time)
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
                if (comment.DoneAt is not null == done)
                    return Result.Success;
                comment.DoneAt = done ? time.UtcDateTime() : null;
                history.Record(
                    document,
                    EventKind.Note,
                    "documents.outgoing.comment-settled",
                    (done ? "Đã sửa theo góp ý" : "Để lại góp ý chưa sửa,") + $" trang {comment.Page} của phiên bản {comment.DraftNumber}"
                );
                return Result.Success;
            },
            ct
        );
}
