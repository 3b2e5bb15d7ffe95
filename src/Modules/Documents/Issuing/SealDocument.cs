using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.OfficialFormat;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>
/// The clerk gives number and day to what was signed in its file, and signs for the unit with its seal (điều 15, 17). The number is taken
/// once the unit's key is open, or is about to be asked for; if the seal fails after that, the number is held, and the next try uses it.
/// Appendices in files of their own are signed with it; one that a round signed before it failed is not signed again.
/// </summary>
internal sealed class SealDocument(
    UnionDb db,
    TakeStep take,
    MakeSignature papers,
    FindAnnexes annexes,
    IDocumentSealer sealer,
    ShowFiles show,
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
        var title = kinds.KindAndSubject(document.KindCode, document.Subject);
        RoundPaper text = new(document.Id, paper.Version, title, document.Link, paper.Sha256, paper.FileName, document.SignerName);
        List<RoundPaper> beside =
        [
            .. (await annexes.OfAsync(document, ct))
                .Where(annex => annex.WaitsForKey)
                .Select(annex =>
                    text with
                    {
                        Title = $"Phụ lục {annex.FileName}",
                        Sha256 = annex.Sha256,
                        FileName = annex.FileName,
                        Payload = paper.Sha256,
                    }
                ),
        ];
        var made = await sealer.SealAsync(
            new(document.UnitId, text, document.HoldsNumber ? document.NumberText : null) { Annexes = beside },
            input.Secret,
            token => NumberAsync(input, token),
            ct
        );
        if (!made.Ok)
            return Result<Outcome>.Fail(made.Problems);
        db.ChangeTracker.Clear();
        if (made.Value.Address is { } address)
            return new Outcome(StepOutcome.Done, address);
        RoundPaper[] all = [.. beside, text];
        return Told(await RecordAsync(text, [.. all.Zip(made.Value.Made)], ct));
    }

    /// <summary>What a key somewhere else has sealed.</summary>
    public Task<Result<StepOutcome>> RecordAsync(RoundPaper paper, SigningOutcome seal, CancellationToken ct) =>
        RecordAsync(paper, [(paper, seal)], ct);

    /// <summary>An appendix that a key somewhere else has signed; the paper follows.</summary>
    public Task<Result<StepOutcome>> RecordAnnexAsync(RoundPaper annex, SigningOutcome signature, CancellationToken ct) =>
        take.RunAsync(
            annex.DocumentId,
            OutgoingSteps.Seal,
            async document =>
            {
                // The text beside which it was to stand was signed anew, the number given back, or somebody else was quicker.
                var waits = (await annexes.OfAsync(document, ct)).Any(shown => shown.WaitsForKey && shown.Sha256 == annex.Sha256);
                if (!waits || !document.HoldsNumber || (await papers.PaperAsync(document, ct)).Sha256 != annex.Payload)
                    return Result.Fail(SignDocument.MovedOn);
                await ShowAsync(document, [(annex, signature)], ct);
                history.Record(
                    document,
                    EventKind.Sealed,
                    "documents.outgoing.annex-sealed",
                    $"Ký số của cơ quan trên phụ lục {annex.FileName} ({signature.Method})",
                    $"tệp {signature.SignedSha256}"
                );
                return Result.Success;
            },
            ct
        );

    private Task<Result<StepOutcome>> RecordAsync(
        RoundPaper text,
        IReadOnlyList<(RoundPaper Paper, SigningOutcome Made)> made,
        CancellationToken ct
    ) => take.RunAsync(text.DocumentId, OutgoingSteps.Seal, current => RecordAsync(current, text, made, ct), ct);

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

    private async Task<Result> RecordAsync(
        OutgoingDocument document,
        RoundPaper text,
        IReadOnlyList<(RoundPaper Paper, SigningOutcome Made)> made,
        CancellationToken ct
    )
    {
        // Somebody gave the number back or sealed it in between: what was made is of no use.
        if (!document.HoldsNumber || (await papers.PaperAsync(document, ct)).Sha256 != text.Sha256)
            return Result.Fail(SignDocument.MovedOn);
        await ShowAsync(document, made, ct);
        var beside = await annexes.OfAsync(document, ct);
        if (beside.FirstOrDefault(annex => annex.WaitsForKey) is { } missing)
            return Result.Fail($"Phụ lục {missing.FileName} chưa ký được, nên văn bản chưa được đóng dấu. Hãy đóng dấu lại.");
        var seal = made[^1].Made;
        document.SealedAt = seal.At;
        var along = beside.Count(annex => annex.IsSigned);
        history.Record(
            document,
            EventKind.Sealed,
            "documents.outgoing.sealed",
            $"Ghi số {document.NumberText}, đóng dấu số{(along == 0 ? "" : $", ký {along} phụ lục")} ({seal.Method})",
            $"tệp {seal.SignedSha256}"
        );
        return Result.Success;
    }

    /// <summary>The signed files in the place of those that were signed.</summary>
    private async Task ShowAsync(
        OutgoingDocument document,
        IReadOnlyList<(RoundPaper Paper, SigningOutcome Made)> made,
        CancellationToken ct
    )
    {
        var hashes = made.Select(m => m.Made.SignedSha256).ToList();
        var files = await db.Set<StoredFile>().Where(f => hashes.Contains(f.Sha256)).ToDictionaryAsync(f => f.Sha256, ct);
        var instead = made.ToDictionary(m => m.Paper.Sha256, m => new UploadedFile(files[m.Made.SignedSha256], m.Made.SignedFileName));
        await show.ReplaceAsync(document, file => instead.GetValueOrDefault(file.Sha256), ct);
        // What waits for the key is asked for behind it.
        await db.SaveChangesAsync(ct);
    }
}
