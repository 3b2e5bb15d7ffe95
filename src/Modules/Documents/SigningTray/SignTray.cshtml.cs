using DoanKet.Contracts.Signing;
using DoanKet.DocumentReading;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.SigningTray;

/// <summary>All papers that wait for the person's signature, with their first pages; many are signed by one password.</summary>
[Requires(Permissions.SignCode, Permissions.ReadOutgoingCode)]
internal sealed class SignTrayModel(UnionDb db, UserContext user, ISigningRounds rounds, BeginRound begin) : PageModel
{
    /// <summary>Pixels of a first page.</summary>
    private const int Thumbnail = 300;

    /// <param name="Version">What is ticked: the paper and the version that is shown.</param>
    /// <param name="Picture">Address of the first page; null when there is nothing to show.</param>
    internal sealed record Row(
        Guid Id,
        string Version,
        string KindCode,
        string Subject,
        string Drafted,
        Urgency Urgency,
        bool IsPdf,
        string? Picture
    );

    /// <summary>The ticked papers, each with its version: "id:3".</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    [BindProperty]
    public string Secret { get; set; } = "";

    [BindProperty]
    public bool Confirmed { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Null when the person has no certificate on the program.</summary>
    public SigningWay? Digital { get; private set; }

    /// <summary>The one that goes on, or the last one; null when there is none.</summary>
    public RoundProgress? Round { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var papers = Chosen.Select(Read).OfType<ChosenPaper>().Distinct().ToList();
        var begun = await begin.HandleAsync(new(papers, Confirmed, Secret), ct);
        if (begun.Ok)
            return Redirect(begun.Value);
        db.ChangeTracker.Clear();
        await LoadAsync(ct);
        return this.Invalid(begun);
    }

    private static ChosenPaper? Read(string chosen) =>
        chosen.Split(':') is [var id, var version] && Guid.TryParse(id, out var paper) && int.TryParse(version, out var seen)
            ? new(paper, seen)
            : null;

    private static string Annexes(int? count) => count > 0 ? $"; kèm {count} phụ lục" : "";

    private async Task LoadAsync(CancellationToken ct)
    {
        (Digital, Round) = (await rounds.WayAsync(ct), await rounds.LastAsync(ct));
        var drafts = db.Drafts;
        var own = db.Outgoing.WaitingForSignatureOf(user.Required).Select(d => d.Id);
        var beside = db.WaitingForSignatureBeside(user.Required.AccountId).Select(d => d.Id);
        var found = await db
            .Outgoing.AsNoTracking()
            .Where(d => own.Contains(d.Id) || beside.Contains(d.Id))
            .OrderByDescending(d => d.Urgency)
            .ThenBy(d => d.CreatedAt)
            .ThenBy(d => d.Id)
            .Take(ISigningRounds.Most)
            .Select(d => new
            {
                d.Id,
                d.KindCode,
                d.Subject,
                d.Urgency,
                IsBeside = beside.Contains(d.Id),
                Unit = d.DraftingUnit.Name,
                Drafter = d.Drafter.FullName,
                Draft = drafts
                    .Where(v => v.OutgoingId == d.Id)
                    .OrderByDescending(v => v.Number)
                    .Select(v => new
                    {
                        v.Number,
                        v.Sha256,
                        v.MediaType,
                        Annexes = v.Annexes.Count,
                    })
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        Rows =
        [
            .. found.Select(d => new Row(
                d.Id,
                $"{d.Id}:{d.Draft?.Number}",
                d.KindCode,
                d.Subject,
                $"{d.Unit}, {d.Drafter} soạn{(d.IsBeside ? "; anh/chị cùng ký" : "")}{Annexes(d.Draft?.Annexes)}",
                d.Urgency,
                d.Draft?.MediaType == MakeSignature.Signable,
                PageImages.IsAvailable && d.Draft is { MediaType: MakeSignature.Signable, Sha256: var sha256 }
                    ? $"/van-ban/di/{d.Id}/tep/1/trang/1?rong={Thumbnail}&{ContentVersion.Query(sha256)}"
                    : null
            )),
        ];
    }
}
