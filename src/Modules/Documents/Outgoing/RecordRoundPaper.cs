using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Records a paper that was signed in a round, by the same steps as one that was signed on its page.</summary>
internal sealed class RecordRoundPaper(UnionDb db, MakeSignature make, SignDocument sign, CoSign coSign, UserContext user) : ISignedPapers
{
    public const string TrayAddress = "/van-ban/di/ky";

    public (string Address, string Name) Tray => (TrayAddress, "Về trang Trình ký");

    public async Task<Result> RecordAsync(RoundPaper paper, SigningOutcome outcome, CancellationToken ct)
    {
        var input = new SignatureInput(paper.DocumentId, paper.Version, Confirmed: true, Method: make.InFile.Method)
        {
            Made = new(paper.Sha256, outcome),
        };
        var isBeside = await db.WaitingForSignatureBeside(user.Required.AccountId).AnyAsync(d => d.Id == paper.DocumentId, ct);
        var result = isBeside ? await coSign.HandleAsync(input, ct) : await sign.HandleAsync(input, ct);
        // Somebody was quicker, or the person in another window.
        return result is { Ok: true, Value: StepOutcome.AlreadyMoved } ? Result.Fail(SignDocument.MovedOn) : result;
    }
}
