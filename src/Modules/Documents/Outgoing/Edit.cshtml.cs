using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

[Requires(Permissions.DraftCode)]
internal sealed class EditModel(UnionDb db, UserContext user, Signers signers, EditDraft edit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DraftForm Input { get; set; } = new();

    public IReadOnlyList<SignerRow> Signers { get; private set; } = [];

    /// <summary>Who can sign beside the signer.</summary>
    public IReadOnlyList<SignerRow> Together { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } document)
            return NotFound();
        if (!OutgoingSteps.Edit.IsOpenTo(document, user.Required))
            return Redirect(document.Link);
        Input = DraftForm.From(document);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } document)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid(Kernel.Results.Result.Success);
        var result = await edit.HandleAsync(Id, Input.Fields, Input.Version, ct);
        if (!result.Ok)
        {
            // Saving again means it: what somebody else saved in between has been shown.
            ModelState.Remove("Input.Version");
            Input.Version = document.Version;
            return this.Invalid(result, nameof(Input));
        }
        TempData["flash"] =
            result.Value == StepOutcome.Done ? "Đã lưu thông tin dự thảo." : "Dự thảo đã được trình; thông tin giữ nguyên như khi trình.";
        return Redirect(document.Link);
    }

    private async Task<OutgoingDocument?> LoadAsync(CancellationToken ct)
    {
        var document = await db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(user.Required)
            .Include(d => d.Unit)
            .Include(d => d.DraftingUnit)
            .Include(d => d.CoSigners)
            .FirstOrDefaultAsync(d => d.Id == Id, ct);
        if (document is not null)
            (Signers, Together) = (
                await signers.OfAsync(document.UnitId, ct),
                await signers.TogetherAsync(document.UnitId, document.DraftingUnitId, ct)
            );
        return document;
    }
}
