using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>What the sender recalls: agree, or refuse with a reason.</summary>
[Requires(Permissions.RegisterCode, Permissions.AcknowledgeCode)]
internal sealed class RecallPageModel(UnionDb db, UserContext user, AnswerRecall answer) : PageModel
{
    [BindProperty]
    public string? Refusal { get; set; }

    public IncomingDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        !await LoadAsync(id, ct) ? NotFound()
        : Document.RecallWaits ? Page()
        : Redirect($"/van-ban/den/{id}");

    public Task<IActionResult> OnPostAgreeAsync(Guid id, CancellationToken ct) =>
        AnswerAsync(id, null, "Đã hủy theo yêu cầu thu hồi; nơi gửi đã được báo.", ct);

    public Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken ct) =>
        AnswerAsync(id, Refusal ?? "", "Đã trả lời không đồng ý; nơi gửi đã được báo.", ct);

    private async Task<IActionResult> AnswerAsync(Guid id, string? refusal, string done, CancellationToken ct)
    {
        var result = await answer.HandleAsync(id, refusal, ct);
        if (!result.Ok)
        {
            db.ChangeTracker.Clear();
            return await LoadAsync(id, ct) ? this.Invalid(result) : NotFound();
        }
        TempData["flash"] = done;
        return Redirect($"/van-ban/den/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Incoming.AsNoTracking().Include(d => d.Unit).FirstOrDefaultAsync(d => d.Id == id, ct);
        if (found is null || !AnswerRecall.MayAnswer(user.Required, found))
            return false;
        Document = found;
        return true;
    }
}
