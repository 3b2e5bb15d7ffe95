using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>
/// A handler finishes the part that was given to that person or unit. The document is done when the lead (chủ trì) and everybody who
/// works along are: whoever finishes last completes it, and before that the answer says who is missing.
/// </summary>
internal sealed class FinishAssignment(
    TakePart take,
    UserContext user,
    ReceiptProgress receipts,
    Notices notices,
    History history,
    TimeProvider time
)
{
    /// <param name="result">What was done.</param>
    /// <param name="endsOpen">What was given on from the part and is still open ends with it.</param>
    /// <returns>What to tell the person.</returns>
    public Task<Result<string>> HandleAsync(Guid assignmentId, string? result, bool endsOpen, CancellationToken ct) =>
        take.RunAsync(assignmentId, (part, tree) => FinishAsync(part, tree, result?.Trim() ?? "", endsOpen, ct), ct);

    private async Task<Result<string>> FinishAsync(Assignment part, PartTree tree, string result, bool endsOpen, CancellationToken ct)
    {
        var open = tree.OpenWorkBelow(part).ToList();
        var check = new Check()
            .Filled(result, "Result", "Hãy ghi kết quả: đã làm gì, văn bản trả lời số mấy (nếu có).")
            .AtMost(result, Assignment.MaxResult, "Result", "Kết quả")
            .That(
                open.Count == 0 || endsOpen,
                "EndsOpen",
                $"{Names(open)} chưa báo xong. Nếu vẫn báo xong, hãy đánh dấu “Kết thúc luôn phần việc đã giao tiếp”."
            );
        if (!check.Ok)
            return Result<string>.Fail(check.Problems);
        var now = time.UtcDateTime();
        foreach (var below in open)
            tree.End(below, now);
        (part.State, part.DoneAt, part.Result) = (AssignmentState.Done, now, result);
        (part.AskedDueOn, part.OpenedAt) = (null, part.OpenedAt ?? now);
        var document = part.Incoming;
        var missing = tree.OpenWork.ToList();
        var completes = document.State == IncomingState.Directed && tree.IsDone;
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
            await notices.TellAsync(part.AssignedBy, text, $"/van-ban/den/{document.Id}", ct);
        }
        return completes ? "Đã hoàn thành văn bản."
            : missing.Count > 0 && document.State == IncomingState.Directed
                ? $"Đã báo xong phần việc. Văn bản hoàn thành khi {Names(missing)} báo xong."
            : "Đã báo xong.";
    }

    private static string Names(List<Assignment> parts) =>
        string.Join(", ", parts.Take(3).Select(p => p.Holder)) + (parts.Count > 3 ? $" và {parts.Count - 3} nơi khác" : "");
}
