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

/// <summary>The last look before a document gets its number and goes out; it can't be undone.</summary>
[Requires(Permissions.IssueCode)]
internal sealed class IssueModel(
    UnionDb db,
    UserContext user,
    IssueDocument issue,
    ChosenReceivers chosen,
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

    /// <summary>The symbol is not the one of the rules, which is asked about.</summary>
    public bool AsksForNotation => !Document.HoldsNumber && Notation?.Trim() != notations.For(Document);

    /// <summary>What was read on the pages that go out, compared with the reserved number and day; null without one.</summary>
    public string? ScanRemark { get; private set; }

    public bool ScanDiffers { get; private set; }

    [BindProperty]
    public int Copies { get; set; }

    /// <summary>How many units the button named when it was pressed.</summary>
    [BindProperty]
    public int Confirmed { get; set; }

    public OutgoingDocument Document { get; private set; } = null!;

    public int NextNumber { get; private set; }

    public DateOnly Today => time.Today();

    public int Receivers { get; private set; }

    public PageViewer Viewer { get; private set; } = null!;

    public IReadOnlyList<string> Outside { get; private set; } = [];

    /// <summary>Signed before today: the decree asks to issue on the day of signing, at latest on the next working day (điều 18).</summary>
    public bool SignedEarlier => Document.SignedAt is { } signed && VietnamTime.DateOf(signed) < Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        Notation = notations.For(Document);
        Copies = Receivers + Outside.Count;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await issue.HandleAsync(new(Id, Notation ?? "", IsNotationMeant, Copies, Confirmed), ct);
        if (!result.Ok)
        {
            db.ChangeTracker.Clear();
            // The hidden number of units is shown as it is now, not as it was sent.
            ModelState.Remove(nameof(Confirmed));
            return await LoadAsync(ct) ?? this.Invalid(result);
        }
        var number = await db.Outgoing.AsNoTracking().Where(d => d.Id == Id).Select(d => d.NumberText).FirstAsync(ct);
        TempData["flash"] =
            result.Value == StepOutcome.Done
                ? $"Đã phát hành văn bản số {number}."
                : $"Văn bản đã được phát hành trước đó với số {number}.";
        return Redirect($"/van-ban/di/{Id}/theo-doi");
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
        if (!OutgoingSteps.Issue.IsOpenTo(document, user.Required))
            return Redirect(document.Link);
        Document = document;
        Viewer = await PageViewer.LoadAsync(db, document.ContentId, document.Link, Request.Path, Request.Query, ct);
        if (document.HoldsNumber)
            (ScanRemark, ScanDiffers) = await ScanComparison.OfAsync(db, document, ct);
        NextNumber = await db.PeekAsync(document, Today.Year, ct);
        Receivers = (await chosen.LoadAsync(document, ct)).Units.Count;
        Outside = await db
            .OutsideReceivers.AsNoTracking()
            .Where(r => r.OutgoingId == Id)
            .OrderBy(r => r.Ordinal)
            .Select(r => r.Name)
            .ToListAsync(ct);
        return Receivers + Outside.Count == 0 ? Redirect($"/van-ban/di/{Id}/phat-hanh") : null;
    }
}
