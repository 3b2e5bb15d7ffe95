using DoanKet.Kernel;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.OfficialFormat;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>
/// The way of paper: the clerk gives number and day first; they are printed, the paper is signed, stamped, scanned and issued. A reserved
/// number is used or given back (<see cref="GiveNumberBack"/>), so that the book has no gap.
/// </summary>
internal sealed class ReserveNumber(
    TakeStep take,
    Numbers numbers,
    Notations notations,
    History history,
    Notices notices,
    TimeProvider time
)
{
    /// <inheritdoc cref="IssueDocument.Input"/>
    internal sealed record Input(Guid Id, string Notation, bool IsNotationMeant);

    public Task<Result<StepOutcome>> HandleAsync(Input input, CancellationToken ct) =>
        take.RunAsync(
            input.Id,
            OutgoingSteps.Reserve,
            async document =>
            {
                var check = new Check().NotationIs(input.Notation, notations.For(document), input.IsNotationMeant);
                if (!check.Ok)
                    return check.AsResult();
                var today = time.Today();
                await TakeAsync(document, input.Notation, today, numbers, ct);
                history.Record(
                    document,
                    EventKind.NumberReserved,
                    "documents.outgoing.number-reserved",
                    $"Giữ số {document.NumberText} ngày {today.Show()} để in, trình ký trên giấy"
                );
                await notices.TellAsync(
                    document.DrafterId,
                    $"Đã giữ số {document.NumberText}, ngày {today.Show()}: {document.Subject}",
                    document.Link,
                    ct
                );
                return Result.Success;
            },
            ct
        );

    /// <summary>The next number of the book, with its day; the sequence stays locked until the transaction ends.</summary>
    public static async Task TakeAsync(OutgoingDocument document, string notation, DateOnly day, Numbers numbers, CancellationToken ct)
    {
        var number = await numbers.TakeAsync(NextNumber.Sequence(document, day.Year), ct);
        (document.Year, document.Number, document.IssuedOn) = (day.Year, number, day);
        document.NumberText = DocumentNumber.Format(number, notation.Trim());
        document.NumberKey = NumberKeys.From(document.NumberText);
    }
}
