using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>Number and day before the paper is printed; or the number given back.</summary>
[Requires(Permissions.IssueCode)]
internal sealed class ReserveModel(
    UnionDb db,
    UserContext user,
    ReserveNumber reserve,
    GiveNumberBack giveBack,
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
    public string? Reason { get; set; }

    public OutgoingDocument Document { get; private set; } = null!;

    public int NextNumber { get; private set; }

    public DateOnly Today => time.Today();

    /// <summary>The symbol is not the one of the rules, which is asked about.</summary>
    public bool AsksForNotation => Notation?.Trim() != notations.For(Document);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        Notation = notations.For(Document);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(
            await reserve.HandleAsync(new(Id, Notation ?? "", IsNotationMeant), ct),
            document =>
                $"Đã giữ số {document.NumberText}, ngày {document.IssuedOn?.Show()}. Hãy in, trình ký, đóng dấu, quét rồi đính bản quét.",
            ct
        );

    public async Task<IActionResult> OnPostGiveBackAsync(CancellationToken ct) =>
        await AnswerAsync(await giveBack.HandleAsync(Id, Reason, ct), _ => "Đã trả lại số.", ct);

    private async Task<IActionResult> AnswerAsync(Result<StepOutcome> result, Func<OutgoingDocument, string> done, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (!result.Ok)
            return await LoadAsync(ct) ?? this.Invalid(result);
        var document = await db.Outgoing.AsNoTracking().FirstAsync(d => d.Id == Id, ct);
        TempData["flash"] = result.Value == StepOutcome.Done ? done(document) : "Việc này đã được làm trước đó.";
        return Redirect(document.Link);
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
        if (!OutgoingSteps.Reserve.IsOpenTo(document, user.Required) && !OutgoingSteps.GiveNumberBack.IsOpenTo(document, user.Required))
            return Redirect(document.Link);
        Document = document;
        NextNumber = await db.PeekAsync(document, Today.Year, ct);
        return null;
    }
}
