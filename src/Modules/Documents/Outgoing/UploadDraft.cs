using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Another version of the draft. What was approved was the version before, so all approvals have to be asked again.</summary>
internal sealed class UploadDraft(TakeStep take, AddDraft drafts, History history)
{
    public Task<Result<StepOutcome>> HandleAsync(Guid id, DraftUpload upload, string note, CancellationToken ct) =>
        take.RunAsync(
            id,
            OutgoingSteps.Upload,
            async document =>
            {
                var check = new Check().AtMost(note, DraftVersion.MaxNote, "Note", "Ghi chú về phiên bản");
                if (!check.Ok)
                    return check.AsResult();
                var added = await drafts.HandleAsync(document, upload, note, ct);
                if (!added.Ok)
                    return Result.Fail(added.Problems);
                var again = document.State != OutgoingState.Draft;
                document.State = OutgoingState.Draft;
                history.Record(
                    document,
                    EventKind.Drafted,
                    "documents.outgoing.version",
                    $"Phiên bản {added.Value.Number}: {added.Value.Named}" + (again ? " — phải trình duyệt lại từ đầu" : "")
                );
                return Result.Success;
            },
            ct
        );
}
