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
                if (await UnchangedAsync(id, ct) is { } reason)
                    return Result.Fail(
                        $"Bản này đã bị trả lại: “{reason}”. Hãy sửa rồi gửi phiên bản mới (hoặc sửa thông tin) trước khi trình lại.",
                        "File"
                    );
                if ((await signers.OfAsync(document.UnitId, ct)).All(s => s.AccountId != document.SignerId))
                    return Result.Fail("Người ký của dự thảo không còn giữ chức. Hãy bấm “Sửa thông tin” và chọn người ký khác.");
                document.State = OutgoingState.ContentReview;
                history.Record(document, EventKind.Submitted, "documents.outgoing.submitted", "Trình duyệt nội dung");
                await notices.TellPostsAsync(
                    [document.DraftingUnitId],
                    [Roles.Head, Roles.Leader],
                    $"Chờ duyệt nội dung: {document.Subject}",
                    document.Link,
                    ct,
                    document.Urgency.CannotWait()
                );
                return Result.Success;
            },
            ct
        );

    /// <summary>Why the latest version was sent back, when nothing has changed since; null otherwise.</summary>
    private async Task<string?> UnchangedAsync(Guid id, CancellationToken ct)
    {
        var latest = await db.Drafts.Where(v => v.OutgoingId == id).MaxAsync(v => v.Number, ct);
        var last = await db
            .Approvals.AsNoTracking()
            .Where(a => a.OutgoingId == id)
            .OrderByDescending(a => a.At)
            .ThenByDescending(a => a.Id)
            .FirstOrDefaultAsync(ct);
        if (last is null || last.Approved || last.DraftNumber != latest)
            return null;
        var isEdited = await db.History.AnyAsync(e => e.DocumentId == id && e.Kind == EventKind.Drafted && e.At > last.At, ct);
        return isEdited ? null : last.Note;
    }
}
