using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Changes what is said about a draft, before it is submitted or after it came back.</summary>
internal sealed class EditDraft(
    UnionDb db,
    TakeStep take,
    Signers signers,
    DocumentKinds kinds,
    IndexContent index,
    History history,
    TimeProvider time
)
{
    /// <param name="version">Of the draft that the person had before the eyes.</param>
    public Task<Result<StepOutcome>> HandleAsync(Guid id, DraftFields fields, int version, CancellationToken ct) =>
        take.RunAsync(
            id,
            OutgoingSteps.Edit,
            async document =>
            {
                var (check, named) = await fields.CheckAsync(signers, kinds, document.UnitId, document.DraftingUnitId, time.Today(), ct);
                check.That(document.Version == version, "", await OvertakenAsync(document, ct));
                if (!check.Ok)
                    return check.AsResult();
                document.Take(fields, named!);
                // Another edition also when nothing but the people who sign along were changed.
                db.Entry(document).State = EntityState.Modified;
                var content = await db.Contents.Include(c => c.Attachments).FirstAsync(c => c.Id == document.ContentId, ct);
                await index.HandleAsync(document, content, [], ct);
                history.Record(document, EventKind.Drafted, "documents.outgoing.edited", "Sửa thông tin dự thảo");
                return Result.Success;
            },
            ct
        );

    private async Task<string> OvertakenAsync(OutgoingDocument document, CancellationToken ct)
    {
        var last = await db
            .History.Where(e => e.DocumentId == document.Id)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Select(e => e.Actor)
            .FirstOrDefaultAsync(ct);
        return $"{last ?? "Người khác"} vừa thay đổi dự thảo này. "
            + $"Bản đang lưu: trích yếu “{document.Subject}”, người ký {document.SignerName}"
            + (document.ReplyBy is { } day ? $", hạn trả lời {day.Show()}" : "")
            + ". Xem lại phần anh/chị nhập; bấm Lưu lần nữa để thay bản đang lưu.";
    }
}
