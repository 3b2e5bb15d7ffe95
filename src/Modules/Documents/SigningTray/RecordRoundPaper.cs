using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Copying;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Outgoing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.SigningTray;

/// <summary>Records a paper that was signed in a round, by the same steps as one that was signed on its page.</summary>
internal sealed class RecordRoundPaper(
    UnionDb db,
    MakeSignature make,
    SignDocument sign,
    CoSign coSign,
    ApproveContent approveContent,
    ApproveFormat approveFormat,
    SealDocument seal,
    MakeCopy copy,
    UserContext user
) : ISignedPapers
{
    public (string Address, string Name) Tray => (OutgoingWaitingWork.SigningTray, "Về trang Trình ký");

    public async Task<Result> RecordAsync(RoundPaper paper, SigningOutcome outcome, CancellationToken ct)
    {
        if (paper.Act == RoundAct.Copy)
            return await copy.RecordAsync(paper.Payload, outcome, ct);
        var result = paper.Act switch
        {
            RoundAct.Seal => await seal.RecordAsync(paper, outcome, ct),
            RoundAct.ContentInitials => await approveContent.HandleAsync(
                paper.DocumentId,
                paper.Version,
                paper.Payload,
                new(paper.Sha256, outcome),
                ct
            ),
            RoundAct.FormatInitials => await approveFormat.HandleAsync(
                paper.DocumentId,
                paper.Version,
                paper.Payload,
                new(paper.Sha256, outcome),
                ct
            ),
            RoundAct.Annex => await seal.RecordAnnexAsync(paper, outcome, ct),
            _ => await SignAsync(paper, outcome, ct),
        };
        // Somebody was quicker, or the person in another window.
        return result is { Ok: true, Value: StepOutcome.AlreadyMoved } ? Result.Fail(SignDocument.MovedOn) : result;
    }

    private async Task<Result<StepOutcome>> SignAsync(RoundPaper paper, SigningOutcome outcome, CancellationToken ct)
    {
        var input = new SignatureInput(paper.DocumentId, paper.Version, Confirmed: true, Method: make.InFile.Method)
        {
            Made = new(paper.Sha256, outcome),
        };
        var isBeside = await db.WaitingForSignatureBeside(user.Required.AccountId).AnyAsync(d => d.Id == paper.DocumentId, ct);
        return isBeside ? await coSign.HandleAsync(input, ct) : await sign.HandleAsync(input, ct);
    }
}
