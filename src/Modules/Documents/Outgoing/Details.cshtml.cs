using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Modules.Documents.Templates;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

[Uploads]
[Requires(Permissions.ReadOutgoingCode)]
internal sealed class DetailsModel(
    UnionDb db,
    UserContext user,
    StoreUpload store,
    Signers signers,
    DraftTemplates templates,
    ReadSignatures readSignatures,
    ReadSigningWays signingWays,
    ReadSealing readSealing,
    BeginInitials initials
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version that the page showed when its button was pressed.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public OutgoingDocument Document { get; private set; } = null!;

    public (Guid Id, string NumberText)? Answers { get; private set; }

    public PageViewer Viewer { get; private set; } = null!;

    /// <summary>Of a draft only what is signed already.</summary>
    public IReadOnlyList<FileSignatures> Signatures { get; private set; } = [];

    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];

    public IReadOnlyList<ApprovalRow> Approvals { get; private set; } = [];

    public IReadOnlyList<LineRow> History { get; private set; } = [];

    /// <summary>Comments on single pages, all and those that wait to be seen to.</summary>
    public (int All, int Open) Comments { get; private set; }

    /// <summary>Word files to begin with, filled with what is known of the draft; while it has no file.</summary>
    public IReadOnlyList<(string Name, string Link)> Templates { get; private set; } = [];

    public int Receivers { get; private set; }

    /// <summary>Bodies outside the program, with how it went to them.</summary>
    public IReadOnlyList<string> Outside { get; private set; } = [];

    public bool CanRecordSending => Document.State == OutgoingState.Issued && user.Required.Can(Permissions.Issue, Document.Unit);

    /// <summary>A reader sees the document and how it came about, not the versions that were dropped.</summary>
    public bool SeesVersions { get; private set; }

    /// <summary>The decision that sent the draft back, while it is with its drafter.</summary>
    public ApprovalRow? SentBack => Document.State == OutgoingState.Draft && Approvals is [.., { Approved: false } last] ? last : null;

    public int Latest => Versions.Count > 0 ? Versions[0].Number : 0;

    /// <summary>Who signs with this page and how; null when it is not the person's turn.</summary>
    public SigningWays? Ways { get; private set; }

    /// <summary>What the clerk has to know before the draft is signed in its file.</summary>
    public IReadOnlyList<string> SealingRemarks { get; private set; } = [];

    /// <summary>How the person approves with initials in the file; null where that cannot be done.</summary>
    public SigningWay? Initials { get; private set; }

    public Sealing Sealing { get; private set; }

    /// <summary>One of whom signed the paper.</summary>
    public IReadOnlyList<SignerRow> Leaders { get; private set; } = [];

    public bool Can(OutgoingStep step) => step.IsOpenTo(Document, user.Required);

    public bool CanAmend =>
        Document.State == OutgoingState.Issued
        && user.Required is { Unit: { } unit } person
        && person.Can(Permissions.Draft, unit.Id, unit.Path);

    /// <summary>What this one replaces or corrects, and by what it is replaced or corrected: what is said of it, its page, its
    /// number.</summary>
    public IReadOnlyList<(string Label, Guid Id, string Number)> Amendments { get; private set; } = [];

    public bool CanRecall =>
        Document is { State: OutgoingState.Issued, RecalledAt: null } && user.Required.Can(Permissions.Issue, Document.Unit);

    /// <summary>A paper, that is: what was signed in its file goes out as it is.</summary>
    public bool CanCopy =>
        Document.State == OutgoingState.Issued
        && user.Required.Can(Permissions.Issue, Document.Unit)
        && Signatures.All(file => !file.IsSigned);

    public bool CanFollow =>
        Document.State == OutgoingState.Issued
        && (user.Required.Can(Permissions.Follow, Document.Unit) || user.Required.Can(Permissions.Follow, Document.DraftingUnit));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostSubmitAsync([FromServices] SubmitDraft submit, CancellationToken ct) =>
        AnswerAsync(submit.HandleAsync(Id, ct), "Đã trình duyệt nội dung.", ct);

    public Task<IActionResult> OnPostApproveContentAsync(ApprovalForm form, [FromServices] ApproveContent approve, CancellationToken ct) =>
        form.Initials
            ? InitialAsync(form, ct)
            : AnswerAsync(
                approve.HandleAsync(Id, Seen, form.Note ?? "", null, ct),
                "Đã duyệt nội dung; văn bản chuyển sang văn thư duyệt thể thức.",
                ct
            );

    public Task<IActionResult> OnPostApproveFormatAsync(ApprovalForm form, [FromServices] ApproveFormat approve, CancellationToken ct) =>
        form.Initials
            ? InitialAsync(form, ct)
            : AnswerAsync(approve.HandleAsync(Id, Seen, form.Note ?? "", null, ct), "Đã duyệt thể thức; văn bản chuyển sang người ký.", ct);

    public Task<IActionResult> OnPostSendBackAsync(string? reason, [FromServices] SendBack sendBack, CancellationToken ct) =>
        AnswerAsync(sendBack.HandleAsync(Id, Seen, reason ?? "", ct), "Đã trả lại dự thảo cho người soạn.", ct);

    public async Task<IActionResult> OnPostUploadAsync(
        IFormFile? file,
        List<IFormFile> annexes,
        List<Guid> keptAnnexes,
        string? note,
        [FromServices] UploadDraft upload,
        CancellationToken ct
    )
    {
        var text = await store.HandleAsync(file, "File", ct);
        if (!text.Ok)
            return await RefuseAsync(text, ct);
        var beside = await store.HandleManyAsync(annexes, DraftAnnex.Most, "Annexes", ct);
        return beside.Ok
            ? await AnswerAsync(
                upload.HandleAsync(Id, new(text.Value, beside.Value, keptAnnexes), note ?? "", ct),
                "Đã nhận phiên bản mới.",
                ct
            )
            : await RefuseAsync(beside, ct);
    }

    public async Task<IActionResult> OnPostSignAsync(
        IFormFile? scan,
        SignatureForm form,
        [FromServices] SignDocument sign,
        CancellationToken ct
    )
    {
        var kept = await store.HandleAsync(scan, "Scan", ct);
        return kept.Ok
            ? await AnswerAsync(
                sign.HandleAsync(form.For(Id, Seen, kept.Value), ct),
                "Đã ký; văn bản chuyển sang văn thư để cấp số và phát hành.",
                ct
            )
            : await RefuseAsync(kept, ct);
    }

    /// <summary>By a key that is not on the server.</summary>
    public async Task<IActionResult> OnPostSignElsewhereAsync(
        bool confirmed,
        string? secret,
        [FromServices] BeginRound begin,
        CancellationToken ct
    )
    {
        var begun = await begin.HandleAsync(new([new(Id, Seen)], confirmed, secret), ct);
        return begun.Ok ? Redirect(begun.Value) : await RefuseAsync(begun, ct);
    }

    public Task<IActionResult> OnPostCoSignAsync(SignatureForm form, [FromServices] CoSign coSign, CancellationToken ct) =>
        AnswerAsync(coSign.HandleAsync(form.For(Id, Seen), ct), "Đã ghi nhận anh/chị cùng ký.", ct);

    public async Task<IActionResult> OnPostAttachSignedAsync(
        IFormFile? scan,
        bool confirmed,
        Guid? signerId,
        [FromServices] AttachSigned attach,
        CancellationToken ct
    )
    {
        var kept = await store.HandleAsync(scan, "Scan", ct);
        return kept.Ok
            ? await AnswerAsync(
                attach.HandleAsync(new(Id, confirmed, kept.Value, signerId), ct),
                "Đã đính bản đã ký; hãy xem lại rồi phát hành.",
                ct
            )
            : await RefuseAsync(kept, ct);
    }

    private async Task<IActionResult> InitialAsync(ApprovalForm form, CancellationToken ct)
    {
        var begun = await initials.HandleAsync(new(Id, Seen, form.Note ?? "", form.Secret), ct);
        return begun.Ok ? Redirect(begun.Value) : await RefuseAsync(begun, ct);
    }

    /// <summary>A repeated press answers with the present state.</summary>
    private async Task<IActionResult> AnswerAsync(Task<Result<StepOutcome>> act, string done, CancellationToken ct)
    {
        var result = await act;
        if (!result.Ok)
            return await RefuseAsync(result, ct);
        if (!await LoadAsync(ct))
            return NotFound();
        TempData["flash"] =
            result.Value == StepOutcome.Done ? done : $"Việc này đã được làm trước đó; văn bản đang ở bước “{Document.State.Name()}”.";
        return Redirect(Document.Link);
    }

    private async Task<IActionResult> RefuseAsync(Result result, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await LoadAsync(ct) ? this.Invalid(result) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var document = await db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(user.Required)
            .Include(d => d.Unit)
            .Include(d => d.DraftingUnit)
            .Include(d => d.Drafter)
            .Include(d => d.CoSigners)
            .FirstOrDefaultAsync(d => d.Id == Id, ct);
        if (document is null)
            return false;
        Document = document;
        Viewer = await PageViewer.LoadAsync(db, document.ContentId, document.Link, document.Link, Request.Query, ct);
        var signatures = await readSignatures.OfAsync(Viewer, ct);
        Signatures = [.. signatures.Where(file => file.IsSigned || document.State >= OutgoingState.Signed)];
        SeesVersions = await db.Outgoing.Where(d => d.Id == Id).WithVisibleVersions(user.Required).AnyAsync(ct);
        Versions = await db.VersionsOfAsync(Id, ct);
        Approvals = await db.ApprovalsOfAsync(Id, ct);
        History = await db.LinesOfAsync(Id, ct);
        if (
            document.AnswersId is { } answered
            && await db.Incoming.AsNoTracking().Where(d => d.Id == answered).Select(d => new { d.Id, d.NumberText }).FirstOrDefaultAsync(ct)
                is { } incoming
        )
            Answers = (incoming.Id, incoming.NumberText.Length > 0 ? incoming.NumberText : "(không số)");
        Amendments = await AmendmentLinks.OfAsync(db, user.Required, document, ct);
        if (SeesVersions)
        {
            var comments = db.Set<PageComment>().Where(c => c.OutgoingId == Id);
            Comments = (await comments.CountAsync(ct), await comments.CountAsync(c => c.DoneAt == null, ct));
        }
        if (Latest == 0 && Can(OutgoingSteps.Upload))
            Templates =
            [
                .. (
                    await templates
                        .OpenTo(document.Unit.Path)
                        .Where(t => t.KindCode == "" || t.KindCode == document.KindCode)
                        .Select(t => new { t.Id, t.Name })
                        .ToListAsync(ct)
                ).Select(t => (t.Name, $"{document.Link}/mau/{t.Id}.docx")),
                ("Mẫu chung theo Nghị định 30", $"{document.Link}/mau-chung.docx"),
            ];
        if (Can(OutgoingSteps.Sign) || Can(OutgoingSteps.CoSign))
            Ways = await signingWays.OfAsync(document, Viewer.Main?.MediaType, ct);
        if (Can(OutgoingSteps.ApproveFormat) && Viewer.Main is { MediaType: MakeSignature.Signable, Sha256: var draft })
            SealingRemarks = await readSealing.RemarksAsync(document, draft, ct);
        Initials = await initials.WayAsync(document, Viewer.Main?.MediaType, ct);
        Sealing = await readSealing.OfAsync(document, Viewer.Main?.Sha256, ct);
        if (Can(OutgoingSteps.AttachSigned))
            Leaders = await signers.OfAsync(document.UnitId, ct);
        if (document.State == OutgoingState.Issued)
            Receivers = await db.Receipts.CountAsync(r => r.OutgoingId == Id, ct);
        Outside =
        [
            .. (await db.OutsideReceivers.AsNoTracking().Where(r => r.OutgoingId == Id).OrderBy(r => r.Ordinal).ToListAsync(ct)).Select(r =>
                r.Told
            ),
        ];
        return true;
    }
}
