using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Commenting;

/// <summary>The pages of a draft beside what was said about each; for those who work on it, until it is issued.</summary>
[Requires(Permissions.ReadOutgoingCode)]
internal sealed class CommentsModel(UnionDb db, UserContext user) : PageModel
{
    /// <param name="Annex">Name of the file beside the text whose page it is; empty for the text.</param>
    internal sealed record Row(Guid Id, int DraftNumber, int Page, string Annex, string Text, string By, DateTime At, bool IsDone);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version that the page showed when its button was pressed.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Of the page, from 1.</summary>
    [BindProperty]
    public int? Number { get; set; }

    /// <summary>Which file beside the text, from 1; null for the text.</summary>
    [BindProperty]
    public int? Annex { get; set; }

    [BindProperty]
    public string Text { get; set; } = "";

    public OutgoingDocument Document { get; private set; } = null!;

    public PageViewer Viewer { get; private set; } = null!;

    public int Latest { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Open => Rows.Count(r => !r.IsDone);

    /// <summary>Where the page of a comment is now; the text where its file is gone.</summary>
    public string LinkTo(Row row) =>
        Viewer.LinkTo(row.Annex.Length == 0 ? 1 : Viewer.Files.FirstOrDefault(file => file.Name == row.Annex)?.Ordinal ?? 1, row.Page);

    public bool CanComment => Latest > 0 && OutgoingSteps.Comment.IsOpenTo(Document, user.Required);

    public bool CanSettle => OutgoingSteps.Upload.IsOpenTo(Document, user.Required);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        (Number, Annex) = (Viewer.Page, Viewer.Ordinal > 1 ? Viewer.Ordinal - 1 : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] AddComment add, CancellationToken ct) =>
        await AnswerAsync(await add.HandleAsync(new(Id, Seen, Number ?? 0, Text, Annex), ct), $"Đã ghi góp ý trang {Number}.", ct);

    public async Task<IActionResult> OnPostSettleAsync(
        Guid comment,
        bool done,
        [FromServices] SettleComment settle,
        CancellationToken ct
    ) =>
        await AnswerAsync(
            await settle.HandleAsync(Id, comment, done, ct),
            done ? "Đã đánh dấu góp ý là đã sửa." : "Đã để góp ý lại là chưa sửa.",
            ct
        );

    private async Task<IActionResult> AnswerAsync(Result<StepOutcome> result, string done, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (!await LoadAsync(ct))
            return NotFound();
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = result.Value == StepOutcome.Done ? done : "Văn bản đã ký nên không góp ý được nữa.";
        return Redirect(Viewer.LinkTo((Annex ?? 0) + 1, Number ?? 1));
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var document = await db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(user.Required)
            .WithVisibleVersions(user.Required)
            .Include(d => d.Unit)
            .Include(d => d.DraftingUnit)
            .FirstOrDefaultAsync(d => d.Id == Id, ct);
        if (document is null)
            return false;
        Document = document;
        Viewer = await PageViewer.LoadAsync(db, document.ContentId, document.Link, $"{document.Link}/gop-y", Request.Query, ct);
        Latest = await db.Drafts.Where(v => v.OutgoingId == Id).MaxAsync(v => (int?)v.Number, ct) ?? 0;
        Rows = await db.Set<PageComment>()
            .AsNoTracking()
            .Where(c => c.OutgoingId == Id)
            .OrderBy(c => c.DoneAt != null)
            .ThenByDescending(c => c.DraftNumber)
            .ThenBy(c => c.Page)
            .ThenBy(c => c.At)
            .Take(500)
            .Select(c => new Row(c.Id, c.DraftNumber, c.Page, c.Annex, c.Text, c.Account.FullName, c.At, c.DoneAt != null))
            .ToListAsync(ct);
        return true;
    }
}
