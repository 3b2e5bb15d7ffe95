using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Handling;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

[Requires(Permissions.ReadIncomingCode, Permissions.HandleCode, Permissions.AcknowledgeCode)]
internal sealed class DocumentModel(
    UnionDb db,
    UserContext user,
    OpenIncoming open,
    AddNote addNote,
    FinishAssignment finish,
    CompleteIncoming complete,
    ReadSignatures readSignatures,
    TimeProvider time
) : PageModel
{
    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Result { get; set; }

    /// <summary>What was given on from the part ends with it.</summary>
    [BindProperty]
    public bool EndsOpen { get; set; }

    public IncomingDocument Document { get; private set; } = null!;

    public PageViewer Viewer { get; private set; } = null!;

    public IReadOnlyList<FileSignatures> Signatures { get; private set; } = [];

    /// <summary>With how deep each hangs below the leader's directive.</summary>
    public IReadOnlyList<(Assignment Part, int Depth)> Parts { get; private set; } = [];

    /// <summary>Finishing <see cref="MyPart"/> completes the document.</summary>
    public bool IsLastWork { get; private set; }

    /// <summary>What was given on from <see cref="MyPart"/> and is not done.</summary>
    public IReadOnlyList<Assignment> OpenBelowMine { get; private set; } = [];

    /// <summary>Documents that answer this one, drafts too.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Answers { get; private set; } = [];

    public bool MayAnswerForTime(Assignment part)
    {
        part.Incoming = Document;
        return AnswerForTime.MayAnswer(user.Required, part);
    }

    public IReadOnlyList<HandlingEvent> Events { get; private set; } = [];

    /// <summary>The person's own open part that the next step is about.</summary>
    public Assignment? MyPart { get; private set; }

    public NextStep Step { get; private set; }

    public bool CanNote { get; private set; }

    public bool CanReturn { get; private set; }

    public bool CanRedirect { get; private set; }

    /// <summary>Others still work on it, and the person may remind them.</summary>
    public bool CanRemind { get; private set; }

    public bool CanAnswer { get; private set; }

    /// <summary>What the clerk entered may be put right: see <see cref="IncomingEntry"/>.</summary>
    public bool CanCorrect { get; private set; }

    /// <summary>A paper, that is: what was signed in its file goes on as it is.</summary>
    public bool CanCopy { get; private set; }

    /// <summary>Issued documents that replace or correct this one, with the unit's own record of each, if it received it.</summary>
    public IReadOnlyList<(string Text, Guid? Copy)> Amendments { get; private set; } = [];

    public bool MayAnswerRecall => Document.RecallWaits && AnswerRecall.MayAnswer(user.Required, Document);

    public DateOnly Today => time.Today();

    public bool IsOverdue => Document.DueOn < Today && Document.State < IncomingState.Done;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        await open.HandleAsync(Document, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostNoteAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, await addNote.HandleAsync(id, Note, ct), "Đã ghi ý kiến.", ct);

    public async Task<IActionResult> OnPostFinishAsync(Guid id, Guid part, CancellationToken ct)
    {
        var result = await finish.HandleAsync(part, Result, EndsOpen, ct);
        return await AnswerAsync(id, result, result.Ok ? result.Value : "", ct);
    }

    public async Task<IActionResult> OnPostCompleteAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, await complete.HandleAsync(id, ct), "Đã báo thực hiện xong.", ct);

    public async Task<IActionResult> OnPostRemindAsync(Guid id, [FromServices] RemindHandlers remind, CancellationToken ct)
    {
        var result = await remind.HandleAsync(id, ct);
        var done =
            !result.Ok ? ""
            : result.Value.Reminded > 0 ? $"Đã nhắc {result.Value.Reminded} phần việc."
            : "Vừa nhắc trong một giờ qua nên không nhắc nữa.";
        return await AnswerAsync(id, result, done, ct);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Result result, string done, CancellationToken ct)
    {
        if (result.Ok)
        {
            TempData["flash"] = done;
            return Redirect($"/van-ban/den/{id}");
        }
        return await LoadAsync(id, ct) ? this.Invalid(result) : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var me = user.Required;
        if (
            await db.Incoming.AsNoTracking().ReadableBy(db, me).Include(d => d.Unit).FirstOrDefaultAsync(d => d.Id == id, ct)
            is not { } document
        )
            return false;
        Document = document;
        var parts = await db
            .Assignments.AsNoTracking()
            .Where(a => a.IncomingId == id && a.State != AssignmentState.Ended)
            .Include(a => a.ToUnit)
            .Include(a => a.ToAccount)
            .OrderBy(a => a.Role)
            .ThenBy(a => a.AssignedAt)
            .ThenBy(a => a.Id)
            .ToListAsync(ct);
        Events = await db
            .History.AsNoTracking()
            .Where(e => e.DocumentId == id)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(200)
            .ToListAsync(ct);
        var tree = new PartTree(parts);
        Parts = [.. tree.InOrder()];
        var isMine = IncomingAccess.MineOf(me).Compile();
        // What was given on to a person comes before what its unit still holds.
        List<Assignment> mine =
        [
            .. tree.InOrder()
                .Where(p => p.Part.State == AssignmentState.Open && isMine(p.Part))
                .OrderByDescending(p => p.Depth)
                .Select(p => p.Part),
        ];
        (MyPart, Step) = (mine.FirstOrDefault(), NextSteps.For(me, document, mine));
        IsLastWork = MyPart is not null && tree.IsLastWork(MyPart);
        OpenBelowMine = MyPart is null ? [] : [.. tree.OpenWorkBelow(MyPart)];
        if (document.Source == IncomingSource.Internal)
            Amendments = await AmendmentsAsync(document, ct);
        Answers =
        [
            .. (
                await db
                    .Outgoing.AsNoTracking()
                    .Where(o => o.AnswersId == id)
                    .VisibleOutgoing(me)
                    .OrderBy(o => o.CreatedAt)
                    .Select(o => new { o.Id, Name = o.NumberText != "" ? o.NumberText : "dự thảo" })
                    .Take(10)
                    .ToListAsync(ct)
            ).Select(o => (o.Id, o.Name)),
        ];
        CanNote = await db.Incoming.WorkedOnBy(db, me).AnyAsync(d => d.Id == id, ct);
        var arrived = document.State == IncomingState.Arrived;
        CanReturn = arrived && (me.Can(Permissions.Register, document.Unit) || me.Can(Permissions.Acknowledge, document.Unit));
        CanRedirect = document.State == IncomingState.Directed && me.Can(Permissions.Direct, document.Unit);
        CanRemind = tree.OpenWork.Any() && RemindHandlers.MayRemind(me, document);
        CanCorrect = IncomingEntry.Problem(document) is null && me.Can(Permissions.Register, document.Unit);
        CanAnswer =
            document.State == IncomingState.Directed
            && me.Can(Permissions.Draft)
            && (mine.Count > 0 || me.Can(Permissions.Draft, document.Unit));
        Viewer = await PageViewer.LoadAsync(db, document.ContentId, $"/van-ban/den/{id}", $"/van-ban/den/{id}", Request.Query, ct);
        Signatures = await readSignatures.OfAsync(Viewer, ct);
        CanCopy = document.ArrivalNumber is not null && me.Can(Permissions.Issue, document.Unit) && Signatures.All(file => !file.IsSigned);
        return true;
    }

    private async Task<IReadOnlyList<(string Text, Guid? Copy)>> AmendmentsAsync(IncomingDocument document, CancellationToken ct)
    {
        var issued = db.Receipts.Where(r => r.IncomingId == document.Id).Select(r => (Guid?)r.OutgoingId);
        var receipts = db.Receipts.Where(r => r.ReceiverId == document.UnitId);
        var found = await db
            .Outgoing.AsNoTracking()
            .Where(o => issued.Contains(o.AmendsId) && o.State == OutgoingState.Issued)
            .OrderBy(o => o.IssuedAt)
            .Take(20)
            .Select(o => new
            {
                o.Amendment,
                o.NumberText,
                o.IssuedOn,
                Copy = receipts.Where(r => r.OutgoingId == o.Id).Select(r => (Guid?)r.IncomingId).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return
        [
            .. found.Select(o =>
                ($"Được {o.Amendment?.Name().ToLowerInvariant()} bằng văn bản số {o.NumberText} ngày {o.IssuedOn?.Show()}", o.Copy)
            ),
        ];
    }
}
