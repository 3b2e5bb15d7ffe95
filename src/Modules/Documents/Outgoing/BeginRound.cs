using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>A paper and the version that the signer saw.</summary>
internal readonly record struct ChosenPaper(Guid Id, int Seen);

/// <summary>
/// Gives the chosen papers to be signed in their files under one confirmation. What cannot be signed any more is told with the others.
/// </summary>
internal sealed class BeginRound(
    UnionDb db,
    MakeSignature make,
    Signers signers,
    DocumentKinds kinds,
    ISigningRounds rounds,
    UserContext user
)
{
    private const string Gone = "Văn bản đã được chuyển bước trước đó.";

    /// <param name="Secret">What the key asks for: its password, or the PIN of its provider.</param>
    internal sealed record Input(IReadOnlyList<ChosenPaper> Papers, bool Confirmed, string? Secret = null);

    /// <returns>Where the person sees the round go on.</returns>
    public async Task<Result<string>> HandleAsync(Input input, CancellationToken ct)
    {
        var check = new Check()
            .That(input.Papers.Count > 0, "Chosen", "Hãy đánh dấu ít nhất một văn bản.")
            .That(input.Papers.Count <= ISigningRounds.Most, "Chosen", $"Mỗi lần ký nhiều nhất {ISigningRounds.Most} văn bản.")
            .That(input.Confirmed, "Confirmed", "Hãy đánh dấu đã xem các văn bản được chọn.");
        if ((await rounds.WayAsync(ct))?.MissingSecret is { } missing)
            check.Filled(input.Secret, "Secret", missing);
        if (!check.Ok)
            return Result<string>.Fail(check.Problems);
        List<RoundPaper> papers = [];
        List<LeftPaper> left = [];
        foreach (var chosen in input.Papers)
        {
            var (paper, why) = await LookAsync(chosen, ct);
            if (paper is not null)
                papers.Add(paper);
            else
                left.Add(why!);
        }
        return papers.Count == 0 && left is [var only]
            ? Result<string>.Fail(only.Why)
            : await rounds.BeginAsync(papers, left, input.Secret, ct);
    }

    private async Task<(RoundPaper? Paper, LeftPaper? Left)> LookAsync(ChosenPaper chosen, CancellationToken ct)
    {
        var person = user.Required;
        var document = await db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(person)
            .Include(d => d.Unit)
            .Include(d => d.CoSigners)
            .FirstOrDefaultAsync(d => d.Id == chosen.Id, ct);
        if (document is null)
            return (null, new("Văn bản không còn", "/van-ban/di", Gone));
        var title = kinds.KindAndSubject(document.KindCode, document.Subject);
        var isBeside = OutgoingSteps.CoSign.IsOpenTo(document, person);
        if (!isBeside && !OutgoingSteps.Sign.IsOpenTo(document, person))
            return (null, new(title, document.Link, Gone));
        var paper = await make.PaperAsync(document, ct);
        var look = MakeSignature.Look(new(chosen.Id, chosen.Seen, Confirmed: true), make.InFile, document, paper, needsScan: false);
        if (!look.Ok)
            return (null, new(title, document.Link, look.AsResult().Message));
        var name = isBeside ? person.FullName : (await signers.ForSigningAsync(document, person, ct)).FullName;
        return (new(document.Id, paper.Version, title, document.Link, paper.Sha256, paper.FileName, name), null);
    }
}
