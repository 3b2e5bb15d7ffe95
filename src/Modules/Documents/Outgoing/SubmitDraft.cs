using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Submits the latest version for approval of its content.</summary>
internal sealed class SubmitDraft(UnionDb db, TakeStep take, Signers signers, History history, Notices notices)
{
    public Task<Result<StepOutcome>> HandleAsync(Guid id, CancellationToken ct) =>
        take.RunAsync(
            id,
            OutgoingSteps.Submit,
            async document =>
            {
                if (!await db.Drafts.AnyAsync(v => v.OutgoingId == id, ct))
                    return Result.Fail("Dự thảo chưa có tệp. Hãy gửi tệp dự thảo trước khi trình.", "File");
                if (await signers.FindAsync(document.UnitId, document.SignerId, ct) is null)
                    return Result.Fail("Người ký của dự thảo không còn giữ chức. Hãy bấm “Sửa thông tin” và chọn người ký khác.");
                document.State = OutgoingState.ContentReview;
                history.Record(document, EventKind.Submitted, "documents.outgoing.submitted", "Trình duyệt nội dung");
                await notices.TellPostsAsync(
                    [document.DraftingUnitId],
                    [Roles.Head, Roles.Leader],
                    $"Chờ duyệt nội dung: {document.Subject}",
                    document.Link,
                    ct
                );
                return Result.Success;
            },
            ct
        );
}
