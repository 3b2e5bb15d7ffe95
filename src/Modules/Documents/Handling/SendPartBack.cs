using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>The holder gives a part back to who gave it. Without a lead the document waits for a new directive.</summary>
internal sealed class SendPartBack(
    TakePart take,
    UserContext user,
    ReceiptProgress receipts,
    Notices notices,
    History history,
    TimeProvider time
)
{
    public Task<Result<bool>> HandleAsync(Guid partId, string? reason, CancellationToken ct) =>
        take.RunAsync(partId, (part, tree) => SendBackAsync(part, tree, reason?.Trim() ?? "", ct), ct);

    private async Task<Result<bool>> SendBackAsync(Assignment part, PartTree tree, string reason, CancellationToken ct)
    {
        var check = new Check()
            .Filled(reason, "BackReason", "Hãy ghi lý do trả lại; người giao việc sẽ thấy.")
            .AtMost(reason, HandOver.MaxReason, "BackReason", "Lý do");
        if (!check.Ok)
            return Result<bool>.Fail(check.Problems);
        var document = part.Incoming;
        var now = time.UtcDateTime();
        tree.End(part, now);
        if (part is { FromId: null, Role: AssignmentRole.Lead } && document.State == IncomingState.Directed)
            document.State = IncomingState.Registered;
        else if (document.State == IncomingState.Directed && tree.IsDone)
        {
            // It waited for this part alone.
            (document.State, document.DoneAt) = (IncomingState.Done, now);
            await receipts.DoneAsync(document.Id, ct);
        }
        var text = $"{part.Holder} trả lại phần việc ({part.Role.Name().ToLowerInvariant()}). Lý do: {reason}";
        history.Record(document, EventKind.SentBack, "documents.assignment.sent-back", text);
        if (part.AssignedBy != user.Required.AccountId)
            await notices.TellAsync(part.AssignedBy, $"{text}. Văn bản: {document.Subject}", $"/van-ban/den/{document.Id}", ct);
        return true;
    }
}
