using DoanKet.Kernel;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>
/// A reserved number is not used after all. The last one of the book is free again; one that others followed stays in the book as unused,
/// with the reason.
/// </summary>
internal sealed class GiveNumberBack(UnionDb db, TakeStep take, Numbers numbers, AddDraft drafts, History history)
{
    public Task<Result<StepOutcome>> HandleAsync(Guid id, string? reason, CancellationToken ct) =>
        take.RunAsync(id, OutgoingSteps.GiveNumberBack, document => GiveAsync(document, reason?.Trim() ?? "", ct), ct);

    private async Task<Result> GiveAsync(OutgoingDocument document, string reason, CancellationToken ct)
    {
        var check = new Check()
            .Filled(reason, "Reason", "Hãy ghi lý do trả lại số; lý do được ghi trong sổ.")
            .AtMost(reason, UnusedNumber.MaxReason, "Reason", "Lý do");
        if (!check.Ok)
            return check.AsResult();
        var (text, number) = (document.NumberText, document.Number!.Value);
        var isFree = await numbers.GiveBackAsync(NextNumber.Sequence(document, document.Year!.Value), number, ct);
        if (!isFree)
            db.Add(UnusedNumber.Of(document, Ids.New(), reason));
        document.DropNumber();
        // A paper signed under the number that is gone does not go out.
        if (document.State == OutgoingState.Signed)
        {
            (document.State, document.SignedAt, document.SigningMethod) = (OutgoingState.Signing, null, "");
            await drafts.TakeSignaturesBackAsync(document, ct);
        }
        history.Record(
            document,
            EventKind.NumberGivenBack,
            "documents.outgoing.number-given-back",
            $"Trả lại số {text}{(isFree ? "" : "; sổ ghi số này không sử dụng")}. Lý do: {reason}"
        );
        return Result.Success;
    }
}
