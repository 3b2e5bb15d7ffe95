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
    /// <summary>The only kind of file in which a signature can be made.</summary>
    public const string Signable = "application/pdf";

    private const string ByHand = "paper",
        NewVersion = "Dự thảo vừa có phiên bản mới hơn bản anh/chị đã xem. Hãy xem phiên bản mới rồi ký.";

    /// <param name="Seen">Number of the version that the page showed.</param>
    /// <param name="Confirmed">The person ticked that this very version was, or is to be, signed.</param>
    /// <param name="Method">See <see cref="IDocumentSigner.Method"/>; null: by hand.</param>
    /// <param name="Secret">The password of the key.</param>
    internal sealed record Input(Guid Id, int Seen, bool Confirmed, UploadedFile? Scan, string? Method = null, string? Secret = null);

    public async Task<Result<StepOutcome>> HandleAsync(Input input, CancellationToken ct)
    {
        var method = signingMethods.FirstOrDefault(m => m.Method == (input.Method ?? ByHand));
        if (method is null)
            return Result<StepOutcome>.Refuse("Cách ký này không có trên phần mềm.");
        // Before the transaction: a key takes its time, and files are written outside of transactions. Who may not sign never gets so far.
        var made = await MakeAsync(method, input, ct);
        db.ChangeTracker.Clear();
        return await take.RunAsync(
            input.Id,
            OutgoingSteps.Sign,
            async document =>
            {
                var draft = await LatestAsync(document.Id, ct);
                var check = Look(method, draft, input);
                if (!check.Ok)
                    return check.AsResult();
                if (made is not { Ok: true })
                    return made ?? Result.Fail("Văn bản vừa được người khác chuyển bước; hãy tải lại trang.");
                await RecordAsync(document, draft, made.Value, ct);
                return Result.Success;
            },
            ct
        );
    }

    /// <returns>Null when the transaction will say why not.</returns>
    private async Task<Result<SigningOutcome>?> MakeAsync(IDocumentSigner method, Input input, CancellationToken ct)
    {
        var person = user.Required;
        var document = await db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(person)
            .Include(d => d.Unit)
            .Include(d => d.CoSigners)
            .FirstOrDefaultAsync(d => d.Id == input.Id, ct);
        if (document is null || !OutgoingSteps.Sign.IsOpenTo(document, person))
            return null;
        var draft = await LatestAsync(document.Id, ct);
        if (!Look(method, draft, input).Ok)
            return null;
        var signer = await signers.ForSigningAsync(document, person, ct);
        return await method.SignAsync(
            new(document.Id, draft.Sha256, draft.FileName, signer.AccountId, signer.FullName),
            new(person.AccountId, input.Scan?.File.Sha256, input.Scan?.Name, input.Secret),
            ct
        );
    }

    private Task<DraftVersion> LatestAsync(Guid id, CancellationToken ct) =>
        db.Drafts.AsNoTracking().Where(v => v.OutgoingId == id).OrderByDescending(v => v.Number).FirstAsync(ct);

    private static Check Look(IDocumentSigner method, DraftVersion draft, Input input) =>
        new Check()
            .That(draft.Number == input.Seen, "", NewVersion)
            .That(
                input.Confirmed,
                "Confirmed",
                method.SignsDraft ? "Hãy đánh dấu đã xem và ký phiên bản này." : "Hãy đánh dấu xác nhận đã ký đúng phiên bản này."
            )
            .That(input.Scan is not null || !method.NeedsScan, "Scan", "Hãy đính kèm bản quét của văn bản đã ký.")
            .That(input.Scan is null || SignedFile.IsPrinted(input.Scan.File.MediaType), "Scan", SignedFile.Refusal)
            .That(
                !method.SignsDraft || draft.MediaType == Signable,
                "",
                "Chỉ ký số được tệp PDF. Hãy trả lại để người soạn nộp bản PDF, hoặc ký trên giấy."
            );

    private async Task RecordAsync(OutgoingDocument document, DraftVersion draft, SigningOutcome outcome, CancellationToken ct)
    {
        var person = user.Required;
        var signer = await signers.ForSigningAsync(document, person, ct);
        var inPlaceOf = person.StandsInFor.FirstOrDefault(a => a.AccountId == document.SignerId);
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
    }

    private static string InPlaceOf(AbsentPerson? absent, OutgoingDocument document) =>
        absent is null ? ""
        : absent.WrittenAuthority.Length > 0 ? $", thay {absent.FullName}: {document.SignerAuthority} ({absent.WrittenAuthority})"
        : $", thay {absent.FullName}: {document.SignerAuthority}";
}
