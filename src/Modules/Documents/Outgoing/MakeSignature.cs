using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>What is signed now: the latest version, or that version with the signatures of those who signed before.</summary>
internal sealed record PaperToSign(int Version, string Sha256, string FileName, string MediaType);

/// <summary>
/// Makes a signature before the transaction that records it: a key takes its time, and files are written outside of transactions. Whoever
/// may not sign never gets so far; the transaction looks again.
/// </summary>
internal sealed class MakeSignature(UnionDb db, IEnumerable<IDocumentSigner> methods, UserContext user)
{
    /// <summary>The only kind of file in which a signature can be made.</summary>
    public const string Signable = "application/pdf";

    private const string ByHand = "paper";

    /// <summary>The way that signs in the file itself.</summary>
    public IDocumentSigner InFile => methods.First(m => m.SignsDraft);

    public IDocumentSigner? Find(string? method) => methods.FirstOrDefault(m => m.Method == (method ?? ByHand));

    /// <param name="signer">Account and name of who signs; called only when it is the person's turn.</param>
    /// <returns>Null when the transaction will say why not.</returns>
    public async Task<Result<SigningOutcome>?> HandleAsync(
        SignatureInput input,
        IDocumentSigner method,
        OutgoingStep step,
        Func<OutgoingDocument, Task<(Guid Id, string Name)>> signer,
        CancellationToken ct
    )
    {
        var person = user.Required;
        var document = await db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(person)
            .Include(d => d.Unit)
            .Include(d => d.CoSigners)
            .FirstOrDefaultAsync(d => d.Id == input.Id, ct);
        if (document is null || !step.IsOpenTo(document, person))
            return null;
        var paper = await PaperAsync(document, ct);
        if (!Look(input, method, document, paper, method.NeedsScan).Ok)
            return null;
        if (input.Made is { } before)
            return before.Sha256 == paper.Sha256 ? before.Outcome : Result<SigningOutcome>.Fail(SignDocument.MovedOn);
        var (id, name) = await signer(document);
        var made = await method.SignAsync(
            new(document.Id, paper.Sha256, paper.FileName, id, name),
            new(person.AccountId, input.Scan?.File.Sha256, input.Scan?.Name, input.Secret),
            ct
        );
        db.ChangeTracker.Clear();
        return made;
    }

    public async Task<PaperToSign> PaperAsync(OutgoingDocument document, CancellationToken ct)
    {
        var version = await db.Drafts.Where(v => v.OutgoingId == document.Id).MaxAsync(v => v.Number, ct);
        var shown = await db
            .Attachments.AsNoTracking()
            .Where(a => a.ContentId == document.ContentId)
            .OrderBy(a => a.Ordinal)
            .FirstAsync(ct);
        return new(version, shown.Sha256, shown.Name, shown.MediaType);
    }

    /// <param name="needsScan">The scan of the signed paper comes with this signature.</param>
    public static Check Look(SignatureInput input, IDocumentSigner method, OutgoingDocument document, PaperToSign paper, bool needsScan) =>
        new Check()
            .That(paper.Version == input.Seen, "", "Dự thảo vừa có phiên bản mới hơn bản anh/chị đã xem. Hãy xem phiên bản mới rồi ký.")
            .That(
                input.Confirmed,
                "Confirmed",
                method.SignsDraft ? "Hãy đánh dấu đã xem và ký phiên bản này." : "Hãy đánh dấu xác nhận đã ký đúng phiên bản này."
            )
            .That(
                !method.SignsDraft || paper.MediaType == Signable,
                "",
                "Chỉ ký số được tệp PDF. Hãy trả lại để người soạn nộp bản PDF, hoặc ký trên giấy."
            )
            .That(
                !method.SignsDraft || document.CoSigners.All(s => s.SignedAt is null || s.SignedInFile),
                "",
                "Người cùng ký trước đã ký trên giấy; hãy ký trên giấy để mọi chữ ký ở cùng một bản."
            )
            .That(input.Scan is not null || !needsScan, "Scan", "Hãy đính kèm bản quét của văn bản đã ký.")
            .That(input.Scan is null || SignedFile.IsPrinted(input.Scan.File.MediaType), "Scan", SignedFile.Refusal);
}
