using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>The head of the drafting unit answers for the content (điều 12.1).</summary>
internal sealed class ApproveContent(TakeStep take, Decide decide, KeepInitials keep, History history, Notices notices)
{
    /// <param name="initials">Made in the draft's file; null where it is approved without.</param>
    public Task<Result<StepOutcome>> HandleAsync(Guid id, int seen, string note, MadeInFile? initials, CancellationToken ct) =>
        take.RunAsync(
            id,
            OutgoingSteps.ApproveContent,
            async document =>
            {
                var decided = await decide.HandleAsync(document, ApprovalKind.Content, approved: true, seen, note, ct);
                if (!decided.Ok)
                    return decided;
                var kept = await keep.HandleAsync(document, initials, ct);
                if (!kept.Ok)
                    return kept;
                document.State = OutgoingState.FormatReview;
                history.Record(
                    document,
                    EventKind.ContentApproved,
                    "documents.outgoing.content-approved",
                    $"Duyệt nội dung phiên bản {seen}{kept.Value}" + (note.Length > 0 ? $": {note.Trim()}" : "")
                );
                await notices.TellPostsAsync(
                    [document.UnitId],
                    [Roles.Clerk],
                    $"Chờ duyệt thể thức: {document.Subject}",
                    document.Link,
                    ct,
                    document.Urgency.CannotWait()
                );
                return Result.Success;
            },
            ct
        );
}
