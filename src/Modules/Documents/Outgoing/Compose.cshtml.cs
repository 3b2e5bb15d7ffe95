using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using DoanKet.OfficialFormat;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Documents.Outgoing;

[Uploads]
[Requires(Permissions.DraftCode)]
internal sealed class ComposeModel(
    UnionDb db,
    UserContext user,
    ActingOffice office,
    Signers signers,
    StoreUpload store,
    CreateDraft create,
    FileVault vault
) : PageModel
{
    [BindProperty]
    public DraftForm Input { get; set; } = new();

    [BindProperty(Name = "tra-loi", SupportsGet = true)]
    public Guid? AnswersId { get; set; }

    public IncomingDocument? Answers { get; private set; }

    /// <summary>The issued document that the new one replaces or corrects.</summary>
    [BindProperty(Name = "van-ban-cu", SupportsGet = true)]
    public Guid? AmendsId { get; set; }

    [BindProperty(Name = "kieu", SupportsGet = true)]
    public Amendment Amendment { get; set; }

    public OutgoingDocument? Amends { get; private set; }

    public IReadOnlyList<SignerRow> Signers { get; private set; } = [];

    /// <summary>Who can sign beside the signer.</summary>
    public IReadOnlyList<SignerRow> Together { get; private set; } = [];

    public long MaxMegabytes => vault.MaxBytes / 1024 / 1024;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Answers is { } answers)
            Input.Subject = $"V/v trả lời văn bản số {answers.NumberText} {answers.Subject}".Trim();
        if (Amends is not { } before)
            return;
        if (Amendment == Amendment.Corrects)
        {
            // Errors of form are put right by a công văn (điều 18.4).
            Input.KindCode = DocumentKind.OfficialLetter;
            Input.Subject = $"V/v đính chính văn bản số {before.NumberText} ngày {before.IssuedOn?.Show()}";
        }
        else
            (Input.KindCode, Input.Subject) = (before.KindCode, before.Subject);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid)
            return this.Invalid(Kernel.Results.Result.Success);
        var kept = await store.HandleAsync(Input.File, "File", ct);
        if (!kept.Ok)
            return this.Invalid(kept, nameof(Input));
        var beside = await store.HandleManyAsync(Input.Annexes, DraftAnnex.Most, "Annexes", ct);
        if (!beside.Ok)
            return this.Invalid(beside, nameof(Input));
        var result = await create.HandleAsync(
            new(Input.Fields, kept.Value, Input.FileNote ?? "", AnswersId, AmendsId is { } before ? new(before, Amendment) : null)
            {
                Annexes = beside.Value,
            },
            ct
        );
        if (!result.Ok)
            return this.Invalid(result, nameof(Input));
        TempData["flash"] = kept.Value is null
            ? "Đã tạo dự thảo. Hãy gửi tệp dự thảo rồi trình duyệt."
            : "Đã tạo dự thảo. Hãy xem lại rồi trình duyệt.";
        return Redirect($"/van-ban/di/{result.Value}");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if (await office.FindAsync(ct) is not { } unit)
            return;
        Signers = await signers.OfAsync(unit.Id, ct);
        Together = await signers.TogetherAsync(unit.Id, user.Required.Unit!.Id, ct);
        if (AnswersId is { } id)
            Answers = await db.AnswerableAsync(user.Required, unit.Id, id, ct);
        if (AmendsId is { } amended)
            Amends = await db.AmendableAsync(user.Required, unit.Id, amended, ct);
    }
}
