using DoanKet.Contracts.Documents;
using DoanKet.Kernel;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>
/// Gives the number and the date and puts a copy and a receipt into every receiving unit, in one transaction: all of it or nothing
/// (điều 15, 16, 18). The number is taken last of all that can fail for a person's reasons, and a rollback gives it back.
/// </summary>
internal sealed class IssueDocument(
    UnionDb db,
    TakeStep take,
    Numbers numbers,
    ChosenReceivers chosen,
    Notations notations,
    DeliverCopies deliver,
    AmendIssued amend,
    EventPublisher events,
    IndexContent index,
    History history,
    Notices notices,
    TimeProvider time
)
{
    /// <param name="Notation">The symbol after the slash, as the clerk left it.</param>
    /// <param name="IsNotationMeant">The clerk saw that the symbol is not the one of the rules, and means it.</param>
    /// <param name="Confirmed">How many units the page said it would go to.</param>
    internal sealed record Input(Guid Id, string Notation, bool IsNotationMeant, int Copies, int Confirmed);

    public Task<Result<StepOutcome>> HandleAsync(Input input, CancellationToken ct) =>
        take.RunAsync(
            input.Id,
            OutgoingSteps.Issue,
            async document =>
            {
                var receivers = await chosen.LoadAsync(document, ct);
                var outside = await db.OutsideReceivers.CountAsync(r => r.OutgoingId == document.Id, ct);
                var check = new Check();
                // A reserved number stands on the paper, whatever the rules say now.
                if (!document.HoldsNumber)
                    check.NotationIs(input.Notation, notations.For(document), input.IsNotationMeant);
                check
                    .That(
                        await HasPrintedFileAsync(document, ct),
                        "",
                        "Bản phát hành phải là tệp PDF hoặc ảnh của văn bản đã ký; hãy đính lại bản quét."
                    )
                    .That(input.Copies is >= 0 and <= 99_999, "Copies", "Số lượng bản từ 0 đến 99.999.")
                    .That(
                        receivers.Closed.Count == 0,
                        "",
                        $"Đơn vị đã kết thúc hoạt động: {string.Join("; ", receivers.Closed)}. Hãy bỏ khỏi nơi nhận."
                    )
                    .That(receivers.Units.Count + outside > 0, "", "Chưa chọn nơi nhận nào.")
                    .That(
                        receivers.Closed.Count > 0 || receivers.Units.Count == input.Confirmed,
                        "",
                        $"Nơi nhận vừa thay đổi: nay là {receivers.Units.Count} đơn vị. Hãy xem lại rồi bấm phát hành lần nữa."
                    );
                if (!check.Ok)
                    return check.AsResult();

                await NumberAsync(document, input, ct);
                var content = await db.Contents.Include(c => c.Attachments).FirstAsync(c => c.Id == document.ContentId, ct);
                // Before the copies, which carry the text's place in the index.
                await index.HandleAsync(document, content, receivers.Units.Select(u => u.Path), ct);
                await deliver.HandleAsync(document, receivers.Units, ct);
                await amend.HandleAsync(document, ct);
                await events.PublishAsync(new DocumentIssued(document.Id, document.UnitId), ct);
                await db.ReceiverChoices.Where(c => c.OutgoingId == document.Id).ExecuteDeleteAsync(ct);
                await TellAsync(document, receivers.Units.Count, outside, ct);
                return Result.Success;
            },
            ct
        );

    /// <summary>What goes out shows the paper: number, date, signature, seal.</summary>
    private async Task<bool> HasPrintedFileAsync(OutgoingDocument document, CancellationToken ct) =>
        await db
            .Attachments.Where(a => a.ContentId == document.ContentId)
            .OrderBy(a => a.Ordinal)
            .Select(a => a.MediaType)
            .FirstOrDefaultAsync(ct)
            is { } type
        && SignedFile.IsPrinted(type);

    /// <summary>Saved before the copies are made: a second click waits or fails here, before the long part.</summary>
    private async Task NumberAsync(OutgoingDocument document, Input input, CancellationToken ct)
    {
        var now = time.UtcDateTime();
        if (!document.HoldsNumber)
            await ReserveNumber.TakeAsync(document, input.Notation, VietnamTime.DateOf(now), numbers, ct);
        document.IssuedAt = now;
        document.State = OutgoingState.Issued;
        document.Copies = input.Copies;
        await db.SaveChangesAsync(ct);
    }

    private async Task TellAsync(OutgoingDocument document, int units, int outside, CancellationToken ct)
    {
        var to = $"{units.Grouped()} đơn vị" + (outside > 0 ? $" và {outside} nơi nhận ngoài hệ thống" : "");
        history.Record(document, EventKind.Issued, "documents.outgoing.issued", $"Cấp số {document.NumberText}, phát hành tới {to}");
        await notices.TellAsync(document.DrafterId, $"Đã phát hành số {document.NumberText}: {document.Subject}", document.Link, ct);
        if (document.AnswersId is { } answered && await db.Incoming.FirstOrDefaultAsync(d => d.Id == answered, ct) is { } incoming)
        {
            incoming.AnswerId = document.Id;
            history.Add(incoming.Id, EventKind.Note, $"Đã phát hành văn bản trả lời số {document.NumberText}");
        }
    }
}
