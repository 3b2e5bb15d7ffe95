using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

[Requires(Permissions.DirectCode)]
internal sealed class DirectModel(
    UnionDb db,
    UserContext user,
    DirectIncoming direct,
    PossibleHandlers handlers,
    WorkingDays days,
    TimeProvider time
) : PageModel
{
    /// <summary>What leaders write most; the words of a directive on paper.</summary>
    public static IReadOnlyList<SelectListItem> Phrases { get; } =
    [
        .. new[]
        {
            "Giao nghiên cứu, tham mưu thực hiện.",
            DirectInput.AnswerPhrase,
            "Triển khai đến các đơn vị trực thuộc.",
            "Chuyển để biết, theo dõi.",
        }.Select(p => new SelectListItem(p, p)),
        new("Tự viết", "", selected: true),
    ];

    [BindProperty]
    public DirectInput Input { get; set; } = new();

    public IncomingDocument Document { get; private set; } = null!;

    public PageViewer Viewer { get; private set; } = null!;

    public HandlerChoice Choice { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Deadlines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (Document.State is not (IncomingState.Registered or IncomingState.Directed))
            return Redirect($"/van-ban/den/{id}");
        var parts = await db
            .Assignments.AsNoTracking()
            .Where(a => a.IncomingId == id && a.FromId == null && a.State == AssignmentState.Open)
            .ToListAsync(ct);
        var keys = parts.ToLookup(a => a.Role, PossibleHandler.KeyOf);
        Input = new()
        {
            Directive = Document.Directive,
            Lead = keys[AssignmentRole.Lead].FirstOrDefault(),
            Coordinate = [.. keys[AssignmentRole.Coordinate]],
            Inform = [.. keys[AssignmentRole.Inform]],
            AsksForAnswer = Document.WantsAnswer,
        };
        Choice = Choice with { Input = Input };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        // What could not be read as a day stands in ModelState already.
        if (!ModelState.IsValid)
            return await LoadAsync(id, ct) ? this.Invalid(Result.Success) : NotFound();
        var result = await direct.HandleAsync(id, Input, ct);
        if (result.Ok)
        {
            TempData["flash"] = "Đã chuyển ý kiến chỉ đạo" + (result.Value is { } due ? $". Hạn xử lý: {due.Show()}" : "");
            return Redirect($"/van-ban/den/{id}");
        }
        return await LoadAsync(id, ct) ? this.Invalid(result, nameof(Input)) : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (
            await db.Incoming.AsNoTracking().VisibleTo(user.Required, Permissions.Direct).FirstOrDefaultAsync(d => d.Id == id, ct)
            is not { } document
        )
            return false;
        Document = document;
        Choice = HandlerChoice.Of(Input, await handlers.UsualFirstAsync(document.UnitId, user.Required.AccountId, ct));
        Deadlines = await Deadline.ChoicesAsync(days, time.Today(), ct);
        Viewer = await PageViewer.LoadAsync(db, document.ContentId, $"/van-ban/den/{id}", Request.Path, Request.Query, ct);
        return true;
    }
}
