using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.OfficialFormat;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>
/// The clerk gives number and day to what was signed in its file, and signs for the unit with its seal (điều 15, 17). The number is taken
/// once the unit's key is open, or is about to be asked for; if the seal fails after that, the number is held, and the next try uses it.
/// </summary>
internal sealed class SealDocument(
    UnionDb db,
    TakeStep take,
    MakeSignature papers,
    IDocumentSealer sealer,
    AddDraft drafts,
    Numbers numbers,
    Notations notations,
    DocumentKinds kinds,
    UserContext user,
    History history,
    TimeProvider time
)
{
    /// <inheritdoc cref="IssueDocument.Input"/>
    /// <param name="Secret">What the unit's key asks for.</param>
    internal sealed record Input(Guid Id, string Notation, bool IsNotationMeant, string? Secret);

    /// <param name="Address">Where the unit's key is asked for; null where all is done.</param>
    internal sealed record Outcome(StepOutcome Step, string? Address = null);

    public async Task<Result<Outcome>> HandleAsync(Input input, CancellationToken ct)
    {
        var document = await db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(user.Required)
            .Include(d => d.Unit)
            .Include(d => d.DraftingUnit)
            .FirstOrDefaultAsync(d => d.Id == input.Id, ct);
        // Whoever may not, or comes late, is told so by the step.
        if (document is null || !OutgoingSteps.Seal.IsOpenTo(document, user.Required))
            return Told(await take.RunAsync(input.Id, OutgoingSteps.Seal, _ => Task.FromResult(Result.Fail(SignDocument.MovedOn)), ct));
        var paper = await papers.PaperAsync(document, ct);
        if (!document.HoldsNumber && await CheckAsync(input, document, paper.Sha256, ct) is { Ok: false } problems)
            return Result<Outcome>.Fail(problems.AsResult().Problems);
        var made = await sealer.SealAsync(
            new(
                document.UnitId,
                new(
                    document.Id,
                    paper.Version,
                    kinds.KindAndSubject(document.KindCode, document.Subject),
                    document.Link,
                    paper.Sha256,
                    paper.FileName,
                    document.SignerName
                ),
                document.HoldsNumber ? document.NumberText : null
            ),
            input.Secret,
            token => NumberAsync(input, token),
            ct
        );
        if (!made.Ok)
            return Result<Outcome>.Fail(made.Problems);
        db.ChangeTracker.Clear();
        return made.Value.Made is { } sealedNow
            ? Told(await RecordAsync(document.Id, paper.Sha256, sealedNow, ct))
            : new Outcome(StepOutcome.Done, made.Value.Address);
    }

    /// <summary>What a key somewhere else has sealed.</summary>
    public Task<Result<StepOutcome>> RecordAsync(RoundPaper paper, SigningOutcome seal, CancellationToken ct) =>
        RecordAsync(paper.DocumentId, paper.Sha256, seal, ct);

    private Task<Result<StepOutcome>> RecordAsync(Guid id, string sha256, SigningOutcome seal, CancellationToken ct) =>
        take.RunAsync(id, OutgoingSteps.Seal, current => RecordAsync(current, sha256, seal, ct), ct);

    private static Result<Outcome> Told(Result<StepOutcome> step) =>
        step.Ok ? new Outcome(step.Value) : Result<Outcome>.Fail(step.Problems);

    /// <summary>The symbol is the one of the rules, or meant; and the one that stands on the paper, which cannot be changed any
    /// more.</summary>
    private async Task<Check> CheckAsync(Input input, OutgoingDocument document, string sha256, CancellationToken ct)
    {
        var printed = await PrintedAsync(db, sha256, ct);
        return new Check()
            .NotationIs(input.Notation, notations.For(document), input.IsNotationMeant)
            .That(
                printed is null || printed == input.Notation.Trim(),
                "Notation",
                $"Trên văn bản đã ký in ký hiệu {printed}; hãy dùng đúng ký hiệu đó."
            );
    }

    /// <summary>The symbol behind the blank of the number; null where none was read.</summary>
    public static async Task<string?> PrintedAsync(UnionDb db, string sha256, CancellationToken ct)
    {
        var heading = await db.Set<FileText>().AsNoTracking().Where(t => t.Sha256 == sha256).Select(t => t.Heading).FirstOrDefaultAsync(ct);
        return OfficialReader.Read(heading ?? "").Notation?.Value;
    }

    private async Task<Result<GivenNumber>> NumberAsync(Input input, CancellationToken ct)
    {
        GivenNumber? given = null;
        var result = await take.RunAsync(
            input.Id,
            OutgoingSteps.Seal,
            async document =>
            {
                if (!document.HoldsNumber)
                {
                    await ReserveNumber.TakeAsync(document, input.Notation, time.Today(), numbers, ct);
                    history.Record(
                        document,
                        EventKind.NumberReserved,
                        "documents.outgoing.number-reserved",
                        $"Cấp số {document.NumberText} ngày {document.IssuedOn?.Show()} để ghi vào văn bản và đóng dấu số"
                    );
                }
                given = new(document.NumberText, document.IssuedOn!.Value);
                return Result.Success;
            },
            ct
        );
        return given is not null ? given
            : result.Ok ? Result<GivenNumber>.Fail(SignDocument.MovedOn)
            : Result<GivenNumber>.Fail(result.Problems);
    }

    private async Task<Result> RecordAsync(OutgoingDocument document, string sha256, SigningOutcome seal, CancellationToken ct)
    {
        // Somebody gave the number back or sealed it in between: what was made is of no use.
        if (!document.HoldsNumber || (await papers.PaperAsync(document, ct)).Sha256 != sha256)
            return Result.Fail(SignDocument.MovedOn);
        var file = await db.Set<StoredFile>().FirstAsync(f => f.Sha256 == seal.SignedSha256, ct);
        await drafts.ShowAsync(document, new(file, seal.SignedFileName), ct);
        document.SealedAt = seal.At;
        history.Record(
            document,
            EventKind.Sealed,
            "documents.outgoing.sealed",
            $"Ghi số {document.NumberText}, đóng dấu số ({seal.Method})",
            $"tệp {seal.SignedSha256}"
        );
        return Result.Success;
    }
}
