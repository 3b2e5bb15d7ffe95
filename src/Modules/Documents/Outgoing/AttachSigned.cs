using DoanKet.Kernel;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>
/// The way of paper: printed with its reserved number, signed, stamped and scanned. The clerk attaches the scan; the signer is told, for it
/// was not the signer's account that said so.
/// </summary>
internal sealed class AttachSigned(TakeStep take, ShowFiles show, Signers signers, History history, Notices notices, TimeProvider time)
{
    private const string Method = "Ký trên giấy, văn thư đính bản quét";

    /// <param name="Confirmed">The clerk ticked that the paper bears signature and seal.</param>
    /// <param name="SignerId">Who signed the paper; null: the one named in the draft.</param>
    internal sealed record Input(Guid Id, bool Confirmed, UploadedFile? Scan, Guid? SignerId = null);

    public Task<Result<StepOutcome>> HandleAsync(Input input, CancellationToken ct) =>
        take.RunAsync(
            input.Id,
            OutgoingSteps.AttachSigned,
            async document =>
            {
                var leaders = await signers.OfAsync(document.UnitId, ct);
                var other = input.SignerId is { } id && id != document.SignerId ? leaders.FirstOrDefault(l => l.AccountId == id) : null;
                var check = new Check()
                    .That(
                        other is not null || input.SignerId is null || input.SignerId == document.SignerId,
                        "SignerId",
                        "Hãy chọn người ký trong số lãnh đạo đang giữ chức của cơ quan."
                    )
                    .That(input.Confirmed, "Confirmed", "Hãy đánh dấu xác nhận văn bản giấy đã được ký và đóng dấu.")
                    .That(input.Scan is not null, "Scan", "Hãy đính kèm bản quét của văn bản đã ký.")
                    .That(input.Scan is null || SignedFile.IsPrinted(input.Scan.File.MediaType), "Scan", SignedFile.Refusal);
                if (!check.Ok)
                    return check.AsResult();
                await show.SignedAsync(document, input.Scan!, ct);
                // All signatures stand on the paper.
                foreach (var coSigner in document.CoSigners)
                    coSigner.SignedAt ??= time.UtcDateTime();
                if (other is not null)
                {
                    (document.SignerId, document.SignerName, document.SignerTitle) = (other.AccountId, other.FullName, other.Title);
                    document.SignerAuthority = SigningAuthority.Of(document.SignerAuthority, other, leaders);
                }
                (document.State, document.SignedAt, document.SigningMethod) = (OutgoingState.Signed, time.UtcDateTime(), Method);
                history.Record(
                    document,
                    EventKind.Signed,
                    "documents.outgoing.signed-on-paper",
                    $"{document.SignerName} ký trên giấy; văn thư đính bản quét",
                    $"tệp {input.Scan!.File.Sha256}"
                );
                if (document.SignerId is { } signer)
                    await notices.TellAsync(
                        signer,
                        $"Văn thư đã đính bản giấy do anh/chị ký, số {document.NumberText}: {document.Subject}",
                        document.Link,
                        ct
                    );
                return Result.Success;
            },
            ct
        );
}
