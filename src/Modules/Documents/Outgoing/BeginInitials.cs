using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>What a person gives who approves a draft, as the form sends it.</summary>
internal sealed class ApprovalForm
{
    public string? Note { get; set; }

    /// <summary>With initials in the file.</summary>
    public bool Initials { get; set; }

    /// <summary>What the key for the initials asks for.</summary>
    public string? Secret { get; set; }
}

/// <summary>
/// Approves a draft with initials in its file (ký nháy): they are made by a round, and the approval is recorded with them or not at all.
/// </summary>
internal sealed class BeginInitials(UnionDb db, MakeSignature make, DocumentKinds kinds, ISigningRounds rounds, UserContext user)
{
    /// <param name="Seen">Number of the version that the page showed.</param>
    /// <param name="Secret">What the key asks for: its password, or the PIN of its provider.</param>
    internal sealed record Input(Guid Id, int Seen, string Note, string? Secret);

    /// <summary>How the person signs; null where it is not the person's turn, or there is no key or no PDF.</summary>
    /// <param name="mediaType">Of the draft's text.</param>
    public async Task<SigningWay?> WayAsync(OutgoingDocument document, string? mediaType, CancellationToken ct) =>
        mediaType == MakeSignature.Signable && ActOf(document) is not null ? await rounds.WayAsync(ct) : null;

    /// <returns>Where the person sees the round go on.</returns>
    public async Task<Result<string>> HandleAsync(Input input, CancellationToken ct)
    {
        var document = await db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(user.Required)
            .Include(d => d.Unit)
            .Include(d => d.DraftingUnit)
            .FirstOrDefaultAsync(d => d.Id == input.Id, ct);
        if (document is null || ActOf(document) is not { } act)
            return Result<string>.Fail(SignDocument.MovedOn);
        var paper = await make.PaperAsync(document, ct);
        var check = new Check()
            .That(paper.Version == input.Seen, "", Decide.NewerVersion)
            .That(paper.MediaType == MakeSignature.Signable, "", "Chỉ ký nháy số được tệp PDF; hãy duyệt không ký nháy.")
            .AtMost(input.Note, Approval.MaxNote, "Reason", "Ý kiến");
        if ((await rounds.WayAsync(ct))?.MissingSecret is { } missing)
            check.Filled(input.Secret, "Secret", missing);
        if (!check.Ok)
            return Result<string>.Fail(check.Problems);
        RoundPaper asked = new(
            document.Id,
            paper.Version,
            $"Ký nháy {kinds.KindAndSubject(document.KindCode, document.Subject)}",
            document.Link,
            paper.Sha256,
            paper.FileName,
            ""
        )
        {
            Act = act,
            Payload = input.Note.Trim(),
        };
        return await rounds.BeginAsync([asked], [], input.Secret, ct);
    }

    private RoundAct? ActOf(OutgoingDocument document) =>
        OutgoingSteps.ApproveContent.IsOpenTo(document, user.Required) ? RoundAct.ContentInitials
        : OutgoingSteps.ApproveFormat.IsOpenTo(document, user.Required) ? RoundAct.FormatInitials
        : null;
}
