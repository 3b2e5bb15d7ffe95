using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>Number, day and the unit's seal into the file that the competent person signed.</summary>
[Requires(Permissions.IssueCode)]
internal sealed class SealModel(
    UnionDb db,
    UserContext user,
    SealDocument seal,
    ReadSealing sealing,
    FindAnnexes annexes,
    IDocumentSealer sealer,
    ReadSignatures readSignatures,
    Notations notations,
    TimeProvider time
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Notation { get; set; }

    [BindProperty]
    public bool IsNotationMeant { get; set; }

    [BindProperty]
    public string? Secret { get; set; }

    /// <summary>How the unit's key is reached.</summary>
    public SigningWay Way { get; private set; } = null!;

    public OutgoingDocument Document { get; private set; } = null!;

    public PageViewer Viewer { get; private set; } = null!;

    public IReadOnlyList<FileSignatures> Signatures { get; private set; } = [];

    /// <summary>Names of the files beside the text that the unit signs with it, and of those that no key can sign.</summary>
    public IReadOnlyList<string> SignedAlong { get; private set; } = [];

    public IReadOnlyList<string> SentUnsigned { get; private set; } = [];

    public int NextNumber { get; private set; }

    public DateOnly Today => time.Today();

    /// <summary>The symbol is not the one of the rules, which is asked about.</summary>
    public bool AsksForNotation => !Document.HoldsNumber && Notation?.Trim() != notations.For(Document);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        var printed = Viewer.Main is { } file ? await SealDocument.PrintedAsync(db, file.Sha256, ct) : null;
        Notation = printed ?? notations.For(Document);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await seal.HandleAsync(new(Id, Notation ?? "", IsNotationMeant, Secret), ct);
        db.ChangeTracker.Clear();
        if (!result.Ok)
            return await LoadAsync(ct) ?? this.Invalid(result);
        if (result.Value.Address is { } address)
            return Redirect(address);
        var number = await db.Outgoing.AsNoTracking().Where(d => d.Id == Id).Select(d => d.NumberText).FirstAsync(ct);
        TempData["flash"] =
            result.Value.Step == StepOutcome.Done
                ? $"Đã ghi số {number} và đóng dấu số. Hãy xem lại rồi chọn nơi nhận, phát hành."
                : "Việc này đã được làm trước đó.";
        return Redirect($"/van-ban/di/{Id}");
    }

    /// <summary>Null when the page can be shown.</summary>
    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var document = await db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(user.Required)
            .Include(d => d.Unit)
            .Include(d => d.DraftingUnit)
            .FirstOrDefaultAsync(d => d.Id == Id, ct);
        if (document is null)
            return NotFound();
        Viewer = await PageViewer.LoadAsync(db, document.ContentId, document.Link, Request.Path, Request.Query, ct);
        if (
            await sealing.OfAsync(document, Viewer.Main?.Sha256, ct) != Sealing.Open
            || await sealer.WayAsync(document.UnitId, ct) is not { } way
        )
            return Redirect(document.Link);
        (Document, Way) = (document, way);
        Signatures = await readSignatures.OfAsync(Viewer, ct);
        var beside = await annexes.OfAsync(document, ct);
        SignedAlong = [.. beside.Where(annex => annex.CanBeSigned).Select(annex => annex.FileName)];
        SentUnsigned = [.. beside.Where(annex => !annex.CanBeSigned).Select(annex => annex.FileName)];
        NextNumber = await db.PeekAsync(document, Today.Year, ct);
        return null;
    }
}
