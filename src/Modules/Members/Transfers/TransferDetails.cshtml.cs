using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Transfers;

/// <summary>One transfer, for both sides, with what the giấy giới thiệu would say of the member.</summary>
[Requires(Permissions.ReadCode)]
internal sealed class TransferDetailsModel(UnionDb db, UserContext user, AnswerTransfer answer) : PageModel
{
    [BindProperty]
    public string Reason { get; set; } = "";

    public MemberTransfer Transfer { get; private set; } = null!;

    public bool MayAnswer { get; private set; }

    public bool MayCancel { get; private set; }

    public bool MaySeeMember { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAgreeAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Đã đồng ý; đoàn viên đã chuyển.", () => answer.AgreeAsync(id, ct), ct);

    public Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Đã trả lời không đồng ý.", () => answer.RefuseAsync(id, Reason, ct), ct);

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Đã rút lại đề nghị.", () => answer.CancelAsync(id, ct), ct);

    private async Task<IActionResult> ActAsync(Guid id, string said, Func<Task<Kernel.Results.Result>> act, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await act();
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = said;
        return Redirect($"/doan-vien/chuyen/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var person = user.Required;
        var transfer = await db
            .Transfers.AsNoTracking()
            .OfEitherSide(db, person)
            .Include(t => t.Member)
                .ThenInclude(m => m.Unit)
            .Include(t => t.FromUnit)
            .Include(t => t.ToUnit)
            .FirstOrDefaultAsync(t => t.Id == id, ct);
        if (transfer is null)
            return false;
        Transfer = transfer;
        var (asking, answering) = transfer.IsFromHome ? (transfer.FromUnit, transfer.ToUnit) : (transfer.ToUnit, transfer.FromUnit);
        var isOpen = transfer.State == TransferState.Asked;
        MayAnswer = isOpen && person.Can(Permissions.Edit, answering);
        MayCancel = isOpen && person.Can(Permissions.Edit, asking);
        MaySeeMember = person.Can(Permissions.Read, transfer.Member.Unit);
        return true;
    }
}
