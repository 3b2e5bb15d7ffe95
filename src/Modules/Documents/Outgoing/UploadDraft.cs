using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Another version of the draft. What was approved was the version before, so all approvals have to be asked again.</summary>
internal sealed class UploadDraft(TakeStep take, AddDraft drafts, History history)
{
    public Task<Result<StepOutcome>> HandleAsync(Guid id, UploadedFile file, string note, CancellationToken ct) =>
        take.RunAsync(
            id,
            OutgoingSteps.Upload,
            async document =>
            {
                var check = new Check().AtMost(note, DraftVersion.MaxNote, "Note", "Ghi chú về phiên bản");
                if (!check.Ok)
                    return check.AsResult();
                if (await drafts.HandleAsync(document, file, note, ct) is not { } number)
                    return Result.Fail("Tệp này giống hệt phiên bản mới nhất; chưa có gì thay đổi.", "File");
                var again = document.State != OutgoingState.Draft;
                document.State = OutgoingState.Draft;
                history.Record(
                    document,
                    EventKind.Drafted,
                    "documents.outgoing.version",
                    $"Phiên bản {number}: {file.Name}" + (again ? " — phải trình duyệt lại từ đầu" : "")
                );
                return Result.Success;
            },
            ct
        );
}
