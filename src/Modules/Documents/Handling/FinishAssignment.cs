using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>
/// A handler finishes the part that was given to that person or unit. The part of the lead (chủ trì) is the document itself:
/// finishing it completes the document, as the decree makes the lead answer for the whole.
/// </summary>
internal sealed class FinishAssignment(
    UnionDb db,
    Work work,
    UserContext user,
    ReceiptProgress receipts,
    Notices notices,
    History history,
    TimeProvider time
)
{
    public Task<Result> HandleAsync(Guid assignmentId, string? result, CancellationToken ct) =>
        work.RunAsync(() => FinishAsync(assignmentId, result?.Trim() ?? "", ct), ct);

    private async Task<Result> FinishAsync(Guid assignmentId, string result, CancellationToken ct)
    {
        var part = await db
            .Assignments.Where(IncomingAccess.MineOf(user.Required))
            .Include(a => a.Incoming)
            .FirstOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (part is null)
            return Result.Refuse("Phần việc này không giao cho anh/chị hoặc đơn vị của anh/chị.");
        var check = new Check()
            .That(part.State == AssignmentState.Open, "", "Phần việc này đã được báo xong.")
            .Filled(result, "Result", "Hãy ghi kết quả: đã làm gì, văn bản trả lời số mấy (nếu có).")
            .AtMost(result, Assignment.MaxResult, "Result", "Kết quả");
        if (!check.Ok)
            return check.AsResult();
        (part.State, part.DoneAt, part.Result) = (AssignmentState.Done, time.UtcDateTime(), result);
        part.OpenedAt ??= part.DoneAt;
        var document = part.Incoming;
        var completes = part.Role == AssignmentRole.Lead && document.State == IncomingState.Directed;
        history.Record(
            document,
            EventKind.Done,
            completes ? "documents.incoming.done" : "documents.assignment.done",
            (completes ? "Hoàn thành văn bản: " : "Xong phần việc: ") + result
        );
        if (completes)
        {
            (document.State, document.DoneAt) = (IncomingState.Done, part.DoneAt);
            await receipts.DoneAsync(document.Id, ct);
        }
        if (part.AssignedBy != user.Required.AccountId)
        {
            var did = completes ? "hoàn thành" : "xong phần việc ở";
            var text = $"{user.Required.FullName} {did} văn bản đến số {document.ArrivalNumber}: {document.Subject}";
            notices.Tell(part.AssignedBy, text, $"/van-ban/den/{document.Id}");
        }
        return Result.Success;
    }
}
