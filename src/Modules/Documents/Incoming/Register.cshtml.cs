using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

[Requires(Permissions.RegisterCode)]
internal sealed class RegisterModel(
    UnionDb db,
    UserContext user,
    RegisterIncoming register,
    FindDuplicates duplicates,
    RecentIssuers recent,
    ArrivalBooks books,
    ReadSignatures readSignatures
) : PageModel
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    public IncomingDocument Document { get; private set; } = null!;

    public PageViewer Viewer { get; private set; } = null!;

    public IReadOnlyList<FileSignatures> Signatures { get; private set; } = [];

    public IReadOnlyDictionary<string, ReadValue> Reading { get; private set; } = new Dictionary<string, ReadValue>();

    /// <summary>More than the one that stands in the form already.</summary>
    public IReadOnlyList<ReadDeadline> Deadlines => ReadDeadline.From(Reading) is { Count: > 1 } all ? all : [];

    /// <summary>What the clerk should know of the file, e.g. that it has a password; null when it was read.</summary>
    public string? Remark { get; private set; }

    public IReadOnlyList<Duplicate> Duplicates { get; private set; } = [];

    public IReadOnlyList<string> Issuers { get; private set; } = [];

    public int WaitingAfterThis { get; private set; }

    public static IReadOnlyList<SelectListItem> Urgencies { get; } =
    [.. Enum.GetValues<Urgency>().Select(u => new SelectListItem(u.Name(), ((int)u).ToString()))];

    public IReadOnlyList<SelectListItem> Books => [.. books.All.Select(b => new SelectListItem(b.Name, b.Code))];

    public bool Locked => Document.Source == IncomingSource.Internal;

    /// <summary>The field in which the clerk begins: the first that is doubtful or empty, else the save button is one key away.</summary>
    public string FirstField { get; private set; } = "";

    public PrintedFields Fields => new(Issuers, Document.IsSealed, Reading, FirstField);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (Document.State != IncomingState.Arrived)
            return Redirect($"/van-ban/den/{id}");
        Input = Proposal.From(Document, Reading, await recent.LastBookAsync(Document.UnitId, ct));
        Duplicates = await duplicates.HandleAsync(Document.UnitId, id, Input.NumberText, Input.Issuer, ct);
        FirstField = Proposal.FirstToLookAt(Input, Reading);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? then, CancellationToken ct)
    {
        // What could not be read as a day or a number stands in ModelState already.
        if (!ModelState.IsValid)
            return await LoadAsync(id, ct) ? this.Invalid(Result.Success) : NotFound();
        var result = await register.HandleAsync(id, Input, ct);
        if (result.Ok)
        {
            TempData["flash"] = $"Đã vào sổ. Số đến: {result.Value}";
            return Redirect(then == "next" && await NextAsync(id, ct) is { } next ? $"/van-ban/den/{next}/vao-so" : $"/van-ban/den/{id}");
        }
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (Document.State != IncomingState.Arrived)
        {
            TempData["flash-warning"] = result.Message;
            return Redirect($"/van-ban/den/{id}");
        }
        Duplicates = await duplicates.HandleAsync(Document.UnitId, id, Input.NumberText, Input.Issuer, ct);
        return this.Invalid(result, nameof(Input));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var found = await db
            .Incoming.AsNoTracking()
            .VisibleTo(user.Required, Permissions.Register)
            .Include(d => d.Unit)
            .FirstOrDefaultAsync(d => d.Id == id, ct);
        if (found is null)
            return false;
        Document = found;
        var reading = await db.Readings.AsNoTracking().FirstOrDefaultAsync(r => r.IncomingId == id, ct);
        Reading = reading?.Read() ?? Reading;
        Issuers = await recent.NamesAsync(found.UnitId, ct);
        WaitingAfterThis = await Waiting(id).CountAsync(ct);
        Viewer = await PageViewer.LoadAsync(db, found.ContentId, $"/van-ban/den/{id}", Request.Path, Request.Query, ct);
        Signatures = await readSignatures.OfAsync(Viewer, ct);
        Remark = RemarkOf(reading);
        return true;
    }

    private string? RemarkOf(IncomingReading? reading) =>
        this switch
        {
            _ when Reading.ContainsKey(HeadingValues.Secrecy) => ReadingRemarks.Secret,
            // What another unit issued is not read, and of paper without a file there is nothing to read.
            { Locked: true } or { Viewer.Files.Count: 0 } => null,
            _ => ReadingRemarks.For(reading?.Status),
        };

    private async Task<Guid?> NextAsync(Guid id, CancellationToken ct)
    {
        Document = await db.Incoming.AsNoTracking().FirstAsync(d => d.Id == id, ct);
        return await Waiting(id).OrderBy(d => d.ReceivedAt).ThenBy(d => d.Id).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct);
    }

    private IQueryable<IncomingDocument> Waiting(Guid except) =>
        db.Incoming.Where(d => d.UnitId == Document.UnitId && d.State == IncomingState.Arrived && d.Id != except);
}
