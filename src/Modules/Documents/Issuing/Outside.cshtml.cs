using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>How an issued document went to the bodies outside.</summary>
[Requires(Permissions.IssueCode)]
internal sealed class OutsideModel(UnionDb db, UserContext user, RecordSending record) : PageModel
{
    [BindProperty]
    public List<RecordSending.Line> Lines { get; set; } = [];

    public OutgoingDocument Document { get; private set; } = null!;

    public IReadOnlyList<OutsideReceiver> Receivers { get; private set; } = [];

    public static IReadOnlyList<SelectListItem> Ways { get; } =
    [.. Enum.GetValues<SendingWay>().Select(way => new SelectListItem(way.Name(), ((int)way).ToString()))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        // What could not be read as a day stands in ModelState already.
        var result = ModelState.IsValid ? await record.HandleAsync(id, Lines, ct) : Result.Fail("Hãy xem lại các mục được đánh dấu.");
        if (!result.Ok)
        {
            db.ChangeTracker.Clear();
            return await LoadAsync(id, ct) ? this.Invalid(result) : NotFound();
        }
        TempData["flash"] = "Đã ghi việc gửi ngoài hệ thống.";
        return Redirect($"/van-ban/di/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Outgoing.AsNoTracking().IssuedForClerkAsync(user.Required, id, ct) is not { } document)
            return false;
        Document = document;
        Receivers = await db.OutsideReceivers.AsNoTracking().Where(r => r.OutgoingId == id).OrderBy(r => r.Ordinal).ToListAsync(ct);
        Lines =
        [
            .. Receivers.Select(r =>
                Lines.Find(l => l.Id == r.Id)
                ?? new()
                {
                    Id = r.Id,
                    Way = r.Way,
                    SentOn = r.SentOn,
                }
            ),
        ];
        return true;
    }
}
