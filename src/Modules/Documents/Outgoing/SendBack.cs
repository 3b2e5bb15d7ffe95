using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Returns the draft to the drafter with a reason, from any of the three decisions.</summary>
internal sealed class SendBack(TakeStep take, Decide decide, AddDraft drafts, History history, Notices notices)
{
    public Task<Result<StepOutcome>> HandleAsync(Guid id, int seen, string reason, CancellationToken ct) =>
        take.RunAsync(
            id,
            OutgoingSteps.SendBack,
            async document =>
            {
                if (string.IsNullOrWhiteSpace(reason))
                    return Result.Fail("Hãy ghi rõ cần sửa điều gì, để người soạn biết phải làm gì.", "Reason");
                var kind = document.State switch
                {
                    OutgoingState.ContentReview => ApprovalKind.Content,
                    OutgoingState.FormatReview => ApprovalKind.Format,
                    _ => ApprovalKind.Signature,
                };
                var decided = await decide.HandleAsync(document, kind, approved: false, seen, reason, ct);
                if (!decided.Ok)
                    return decided;
                document.State = OutgoingState.Draft;
                await drafts.TakeSignaturesBackAsync(document, ct);
                history.Record(document, EventKind.SentBack, "documents.outgoing.sent-back", $"Trả lại phiên bản {seen}: {reason.Trim()}");
                await notices.TellAsync(document.DrafterId, $"Dự thảo bị trả lại: {document.Subject}", document.Link, ct);
                return Result.Success;
            },
            ct
        );
}
