using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>The competent person signs the approved draft (điều 13); from then on the document shows the signed file.</summary>
internal sealed class SignDocument(
    UnionDb db,
    TakeStep take,
    MakeSignature make,
    Signers signers,
    ShowFiles show,
    UserContext user,
    History history,
    Notices notices
)
{
    public const string UnknownWay = "Cách ký này không có trên phần mềm.",
        MovedOn = "Văn bản vừa được người khác chuyển bước; hãy tải lại trang.";

    public async Task<Result<StepOutcome>> HandleAsync(SignatureInput input, CancellationToken ct)
    {
        if (make.Find(input.Method) is not { } method)
            return Result<StepOutcome>.Refuse(UnknownWay);
        var made = await make.HandleAsync(input, method, OutgoingSteps.Sign, SignerAsync, ct);
        return await take.RunAsync(
            input.Id,
            OutgoingSteps.Sign,
            async document =>
            {
                var check = MakeSignature.Look(input, method, document, await make.PaperAsync(document, ct), method.NeedsScan);
                if (!check.Ok)
                    return check.AsResult();
                if (made is not { Ok: true })
                    return made ?? Result.Fail(MovedOn);
                await RecordAsync(document, input.Seen, made.Value, ct);
                return Result.Success;
            },
            ct
        );

        async Task<(Guid, string)> SignerAsync(OutgoingDocument document)
        {
            var signer = await signers.ForSigningAsync(document, user.Required, ct);
            return (signer.AccountId, signer.FullName);
        }
    }

    private async Task RecordAsync(OutgoingDocument document, int version, SigningOutcome outcome, CancellationToken ct)
    {
        var person = user.Required;
        var signer = await signers.ForSigningAsync(document, person, ct);
        var inPlaceOf = person.StandsInFor.FirstOrDefault(a => a.AccountId == document.SignerId);
        var file = await db.Set<StoredFile>().FirstAsync(f => f.Sha256 == outcome.SignedSha256, ct);
        await show.SignedAsync(document, new(file, outcome.SignedFileName), ct);
        (document.SignerId, document.SignerAuthority) = (signer.AccountId, signer.Authority);
        (document.SignerName, document.SignerTitle) = (signer.FullName, signer.Title);
        (document.State, document.SignedAt, document.SigningMethod) = (OutgoingState.Signed, outcome.At, outcome.Method);
        history.Record(
            document,
            EventKind.Signed,
            "documents.outgoing.signed",
            $"Ký phiên bản {version} ({outcome.Method})" + InPlaceOf(inPlaceOf, document),
            $"tệp {outcome.SignedSha256}"
        );
        await notices.TellPostsAsync(
            [document.UnitId],
            [Roles.Clerk],
            $"Đã ký, chờ cấp số và phát hành: {document.Subject}",
            document.Link,
            ct,
            document.Urgency.CannotWait()
        );
    }

    private static string InPlaceOf(AbsentPerson? absent, OutgoingDocument document) =>
        absent is null ? ""
        : absent.WrittenAuthority.Length > 0 ? $", thay {absent.FullName}: {document.SignerAuthority} ({absent.WrittenAuthority})"
        : $", thay {absent.FullName}: {document.SignerAuthority}";
}
