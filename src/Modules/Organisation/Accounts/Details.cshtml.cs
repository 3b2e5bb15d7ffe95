using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Accounts;

[Requires(Permissions.AccountsCode)]
internal sealed class DetailsModel(
    UnionDb db,
    AccountReach reach,
    ResetPassword reset,
    CloseAccount close,
    TakeAwaySecondStep takeAway,
    ChangePosts posts,
    UserContext user,
    TimeProvider time
) : PageModel
{
    [BindProperty]
    public PostInput Input { get; set; } = new();

    public Account Account { get; private set; } = null!;

    public IReadOnlyList<Post> Posts { get; private set; } = [];

    /// <summary>All posts lie in reach; otherwise only those that do can be ended.</summary>
    public bool Covered { get; private set; }

    public DateOnly Today => time.Today();

    /// <summary>Something besides the password is asked for, or can stand in its place.</summary>
    public bool HasSecondStep { get; private set; }

    public bool CanEnd(Post post) => post.HeldOn(Today) && user.Required.Can(Permissions.EditAccounts, post.Unit);

    /// <summary>Set in the answer to a reset only.</summary>
    public string? OneTime { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    public async Task<IActionResult> OnPostResetAsync(Guid id, CancellationToken ct)
    {
        var result = await reset.HandleAsync(id, ct);
        if (result.Ok)
            OneTime = result.Value;
        var page = await ShowAsync(id, ct);
        return result.Ok || page is NotFoundResult ? page : this.Invalid(result);
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, bool closing, CancellationToken ct) =>
        await AnswerAsync(id, await close.HandleAsync(id, closing, ct), closing ? "Đã khóa tài khoản." : "Đã mở lại tài khoản.", ct);

    public async Task<IActionResult> OnPostTakeAwayAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, await takeAway.HandleAsync(id, ct), "Đã gỡ; người này đăng nhập bằng mật khẩu và nên bật lại.", ct);

    public async Task<IActionResult> OnPostEndAsync(Guid id, Guid post, CancellationToken ct) =>
        await AnswerAsync(id, await posts.EndAsync(id, post, ct), "Đã thôi chức vụ; quyền kèm theo hết ngay.", ct);

    public async Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken ct) =>
        // What is no day stands in ModelState; taken for empty it would become today, or for ever.
        await AnswerAsync(
            id,
            ModelState.IsValid ? await posts.AddAsync(id, Input, ct) : Result.Fail("Hãy sửa ngày rồi giao lại."),
            "Đã giao chức vụ.",
            ct
        );

    private async Task<IActionResult> AnswerAsync(Guid id, Result result, string done, CancellationToken ct)
    {
        if (result.Ok)
        {
            TempData["flash"] = done;
            return Redirect($"/tai-khoan/{id}");
        }
        return await ShowAsync(id, ct) is NotFoundResult missing ? missing : this.Invalid(result, nameof(Input));
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        if (await reach.Visible().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } account)
            return NotFound();
        Account = account;
        HasSecondStep = account.TwoFactorEnabled || await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == id, ct);
        Covered = await reach.CoversAsync(id, ct);
        Posts = await db
            .Posts.AsNoTracking()
            .Include(p => p.Unit)
            .Where(p => p.AccountId == id)
            .OrderByDescending(p => p.ValidFrom)
            .ThenBy(p => p.Id)
            .ToListAsync(ct);
        return Page();
    }
}
