using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Requests;

/// <summary>One request, for the officer who answers.</summary>
[Requires(Permissions.EditCode)]
internal sealed class RequestPageModel(UnionDb db, UserContext user, AnswerRequest answers) : PageModel
{
    [BindProperty]
    public string Answer { get; set; } = "";

    [BindProperty]
    public bool Granted { get; set; }

    [BindProperty]
    public string Because { get; set; } = "";

    public MemberRequest Asked { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAcknowledgeAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Đã báo cho đoàn viên là đã nhận.", () => answers.AcknowledgeAsync(id, ct), ct);

    public Task<IActionResult> OnPostExtendAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Đã gia hạn.", () => answers.ExtendAsync(id, Because, ct), ct);

    public Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Đã trả lời; đoàn viên đọc ở trang của mình.", () => answers.AnswerAsync(id, Granted, Answer, ct), ct);

    private async Task<IActionResult> ActAsync(Guid id, string said, Func<Task<Result>> act, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await act();
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = said;
        return Redirect($"/doan-vien/yeu-cau/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var asked = await db
            .Requests.AsNoTracking()
            .VisibleTo(user.Required, Permissions.Edit)
            .Include(r => r.Member)
            .Include(r => r.Unit)
            .FirstOrDefaultAsync(r => r.Id == id, ct);
        if (asked is null)
            return false;
        Asked = asked;
        return true;
    }
}
