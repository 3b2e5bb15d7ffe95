using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>
/// The receiver agrees that a registered document is recalled, and then it is cancelled with its line kept in the book, or refuses with a
/// reason (phụ lục VI, phần III, 8.b).
/// </summary>
internal sealed class AnswerRecall(
    UnionDb db,
    Work work,
    UserContext user,
    EndParts endParts,
    Notices notices,
    History history,
    TimeProvider time
)
{
    /// <param name="refusal">Why it stays; null to agree.</param>
    public Task<Result> HandleAsync(Guid id, string? refusal, CancellationToken ct) =>
        work.RunAsync(() => AnswerAsync(id, refusal?.Trim(), ct), ct);

    private async Task<Result> AnswerAsync(Guid id, string? refusal, CancellationToken ct)
    {
        await db.Dialect.LockRowAsync<IncomingDocument>(db, id, ct);
        var document = await db.Incoming.Include(d => d.Unit).FirstOrDefaultAsync(d => d.Id == id, ct);
        if (document is null || !MayAnswer(user.Required, document))
            return Result.Refuse("Văn bản không thuộc đơn vị mà anh/chị làm văn thư.");
        var check = new Check().That(document.RecallWaits, "", "Yêu cầu thu hồi đã được trả lời.");
        if (refusal is not null)
            check
                .Filled(refusal, "Refusal", "Hãy ghi lý do không đồng ý; nơi gửi sẽ thấy.")
                .AtMost(refusal, OutgoingDocument.MaxRecallReason, "Refusal", "Lý do");
        if (!check.Ok)
            return check.AsResult();
        document.RecallAnsweredAt = time.UtcDateTime();
        document.RecallRefusal = refusal ?? "";
        if (refusal is null)
            await CancelAsync(document, ct);
        else
            history.Record(document, EventKind.RecallRefused, "documents.incoming.recall-refused", $"Không đồng ý thu hồi: {refusal}");
        await TellSenderAsync(document, refusal, ct);
        return Result.Success;
    }

    public static bool MayAnswer(CurrentUser person, IncomingDocument document) =>
        person.Can(Permissions.Register, document.Unit) || person.Can(Permissions.Acknowledge, document.Unit);

    private async Task CancelAsync(IncomingDocument document, CancellationToken ct)
    {
        document.State = IncomingState.Cancelled;
        document.SayInBook($"Thu hồi theo yêu cầu của nơi gửi ngày {time.Today().Show()}: {document.RecallReason}");
        await endParts.HandleAsync(document, ct);
        history.Record(document, EventKind.RecallAgreed, "documents.incoming.recall-agreed", "Đồng ý thu hồi, hủy văn bản đến");
    }

    private async Task TellSenderAsync(IncomingDocument document, string? refusal, CancellationToken ct)
    {
        var sent = await db
            .Receipts.Where(r => r.IncomingId == document.Id)
            .Select(r => new { r.OutgoingId, r.Outgoing.UnitId })
            .FirstAsync(ct);
        await notices.TellPostsAsync(
            [sent.UnitId],
            [Roles.Clerk],
            $"{document.Unit.Name} {(refusal is null ? "đồng ý" : "không đồng ý")} thu hồi văn bản số {document.NumberText}"
                + (refusal is null ? "" : $": {refusal}"),
            $"/van-ban/di/{sent.OutgoingId}/theo-doi",
            ct
        );
    }
}
