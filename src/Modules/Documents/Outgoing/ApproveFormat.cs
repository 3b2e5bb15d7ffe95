using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>The clerk answers for format and presentation (điều 12.2); then it goes to the person who signs.</summary>
internal sealed class ApproveFormat(TakeStep take, Decide decide, KeepInitials keep, TellSigner tell, History history)
{
    /// <param name="initials">Made in the draft's file; null where it is approved without.</param>
    public Task<Result<StepOutcome>> HandleAsync(Guid id, int seen, string note, MadeInFile? initials, CancellationToken ct) =>
        take.RunAsync(
            id,
            OutgoingSteps.ApproveFormat,
            async document =>
            {
                var decided = await decide.HandleAsync(document, ApprovalKind.Format, approved: true, seen, note, ct);
                if (!decided.Ok)
                    return decided;
                var kept = await keep.HandleAsync(document, initials, ct);
                if (!kept.Ok)
                    return kept;
                document.State = OutgoingState.Signing;
                history.Record(
                    document,
                    EventKind.FormatApproved,
                    "documents.outgoing.format-approved",
                    $"Duyệt thể thức phiên bản {seen}, trình {document.SignerName} ký{kept.Value}"
                        + (note.Length > 0 ? $": {note.Trim()}" : "")
                );
                await tell.HandleAsync(document, ct);
                return Result.Success;
            },
            ct
        );
}
