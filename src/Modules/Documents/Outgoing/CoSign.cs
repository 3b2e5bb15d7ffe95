using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>
/// Who signs beside the signer says to have signed the paper, or signs the file itself; then it is the next one's turn, at last the
/// signer's.
/// </summary>
internal sealed class CoSign(
    UnionDb db,
    TakeStep take,
    MakeSignature make,
    ShowFiles show,
    TellSigner tell,
    UserContext user,
    History history,
    TimeProvider time
)
{
    public async Task<Result<StepOutcome>> HandleAsync(SignatureInput input, CancellationToken ct)
    {
        if (make.Find(input.Method) is not { } method)
            return Result<StepOutcome>.Refuse(SignDocument.UnknownWay);
        var person = user.Required;
        // By hand there is nothing to make: the scan comes with the last signature.
        var made = method.SignsDraft
            ? await make.HandleAsync(input, method, OutgoingSteps.CoSign, _ => Task.FromResult((person.AccountId, person.FullName)), ct)
            : null;
        return await take.RunAsync(
            input.Id,
            OutgoingSteps.CoSign,
            async document =>
            {
                var check = MakeSignature.Look(input, method, document, await make.PaperAsync(document, ct), needsScan: false);
                if (!check.Ok)
                    return check.AsResult();
                if (method.SignsDraft && made is not { Ok: true })
                    return made ?? Result.Fail(SignDocument.MovedOn);
                await RecordAsync(document, input.Seen, made?.Value, ct);
                return Result.Success;
            },
            ct
        );
    }

    private async Task RecordAsync(OutgoingDocument document, int version, SigningOutcome? signature, CancellationToken ct)
    {
        var own = document.NextCoSigner!;
        (own.SignedAt, own.SignedInFile) = (time.UtcDateTime(), signature is not null);
        if (signature is not null)
        {
            var file = await db.Set<StoredFile>().FirstAsync(f => f.Sha256 == signature.SignedSha256, ct);
            await show.SignedAsync(document, new(file, signature.SignedFileName), ct);
        }
        history.Record(
            document,
            EventKind.Signed,
            "documents.outgoing.cosigned",
            $"Cùng ký phiên bản {version}{(signature is null ? "" : $" ({signature.Method})")}",
            signature is null ? "" : $"tệp {signature.SignedSha256}"
        );
        await tell.HandleAsync(document, ct);
    }
}
