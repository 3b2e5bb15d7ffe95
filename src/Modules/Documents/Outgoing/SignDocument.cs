using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>The competent person signs the approved draft (điều 13); from then on the document shows the signed file.</summary>
internal sealed class SignDocument(
    UnionDb db,
    TakeStep take,
    IEnumerable<IDocumentSigner> signingMethods,
    Signers signers,
    AddDraft drafts,
    UserContext user,
    History history,
    Notices notices
)
{
    /// <param name="Seen">Number of the version that the page showed.</param>
    /// <param name="Confirmed">The person ticked that this very version was signed.</param>
    internal sealed record Input(Guid Id, int Seen, bool Confirmed, UploadedFile? Scan);

    public Task<Result<StepOutcome>> HandleAsync(Input input, CancellationToken ct) =>
        take.RunAsync(
            input.Id,
            OutgoingSteps.Sign,
            async document =>
            {
                var method = signingMethods.First();
                var person = user.Required;
                var signer = await signers.ForSigningAsync(document, person, ct);
                var inPlaceOf = person.StandsInFor.FirstOrDefault(a => a.AccountId == document.SignerId);
                var draft = await db
                    .Drafts.AsNoTracking()
                    .Where(v => v.OutgoingId == document.Id)
                    .OrderByDescending(v => v.Number)
                    .FirstAsync(ct);
                var check = new Check()
                    .That(
                        draft.Number == input.Seen,
                        "",
                        "Dự thảo vừa có phiên bản mới hơn bản anh/chị đã xem. Hãy xem phiên bản mới rồi ký."
                    )
                    .That(input.Confirmed, "Confirmed", "Hãy đánh dấu xác nhận đã ký đúng phiên bản này.")
                    .That(input.Scan is not null || !method.NeedsScan, "Scan", "Hãy đính kèm bản quét của văn bản đã ký.")
                    .That(input.Scan is null || SignedFile.IsPrinted(input.Scan.File.MediaType), "Scan", SignedFile.Refusal);
                if (!check.Ok)
                    return check.AsResult();
                var signed = await method.SignAsync(
                    new(document.Id, draft.Sha256, signer.AccountId),
                    new(person.AccountId, input.Scan?.File.Sha256, input.Scan?.Name),
                    ct
                );
                if (!signed.Ok)
                    return signed;

                var outcome = signed.Value;
                var file = await db.Set<StoredFile>().FirstAsync(f => f.Sha256 == outcome.SignedSha256, ct);
                await drafts.ShowAsync(document, new(file, outcome.SignedFileName), ct);
                (document.SignerId, document.SignerAuthority) = (signer.AccountId, signer.Authority);
                (document.SignerName, document.SignerTitle) = (signer.FullName, signer.Title);
                (document.State, document.SignedAt, document.SigningMethod) = (OutgoingState.Signed, outcome.At, outcome.Method);
                history.Record(
                    document,
                    EventKind.Signed,
                    "documents.outgoing.signed",
                    $"Ký phiên bản {draft.Number} ({outcome.Method})" + InPlaceOf(inPlaceOf, document),
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
                return Result.Success;
            },
            ct
        );

    private static string InPlaceOf(AbsentPerson? absent, OutgoingDocument document) =>
        absent is null ? ""
        : absent.WrittenAuthority.Length > 0 ? $", thay {absent.FullName}: {document.SignerAuthority} ({absent.WrittenAuthority})"
        : $", thay {absent.FullName}: {document.SignerAuthority}";
}
