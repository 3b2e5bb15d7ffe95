using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>The head of the drafting unit answers for the content (điều 12.1).</summary>
internal sealed class ApproveContent(TakeStep take, Decide decide, History history, AuditTrail audit, Notices notices)
{
    public Task<Result<StepOutcome>> HandleAsync(Guid id, int seen, string note, CancellationToken ct) =>
        take.RunAsync(
            id,
            OutgoingSteps.ApproveContent,
            async document =>
            {
                var decided = await decide.HandleAsync(document, ApprovalKind.Content, approved: true, seen, note, ct);
                if (!decided.Ok)
                    return decided;
                document.State = OutgoingState.FormatReview;
                history.Add(
                    id,
                    EventKind.ContentApproved,
                    $"Duyệt nội dung phiên bản {seen}" + (note.Length > 0 ? $": {note.Trim()}" : "")
                );
                audit.Record("documents.outgoing.content-approved", id, $"Duyệt nội dung phiên bản {seen} của “{document.Subject}”");
                await notices.TellPostsAsync(
                    [document.UnitId],
                    [Roles.Clerk],
                    $"Chờ duyệt thể thức: {document.Subject}",
                    document.Link,
                    ct
                );
                return Result.Success;
            },
            ct
        );
}
