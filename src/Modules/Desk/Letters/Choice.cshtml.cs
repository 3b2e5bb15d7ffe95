using DoanKet.Kernel.Access;
using DoanKet.Kernel.Mail;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Ui.Forms;
using DoanKet.Ui.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Desk.Letters;

[SignedIn("everybody chooses for their own mail")]
internal sealed class ChoiceModel(UnionDb db, UserContext user, IMailer mailer, SaveMailChoice save) : PageModel
{
    public static IReadOnlyList<SelectListItem> Timings { get; } =
    [
        new("Ngay khi có: sau 10 phút chưa đọc, các thông báo gộp trong một thư", nameof(MailTiming.Soon)),
        new("Mỗi sáng một thư, vào ngày làm việc: việc đang chờ và thông báo chưa đọc", nameof(MailTiming.EachMorning)),
        new("Không gửi thư", nameof(MailTiming.Never)),
    ];

    [BindProperty]
    public string Address { get; set; } = "";

    [BindProperty]
    public MailTiming Timing { get; set; }

    [BindProperty]
    public bool UrgentSoon { get; set; }

    /// <summary>False when no letter would come whatever is chosen.</summary>
    public bool IsConnected => mailer.IsUsed;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = user.Required.AccountId;
        var choice = await db.Set<MailChoice>().AsNoTracking().FirstOrDefaultAsync(c => c.AccountId == me, ct) ?? new();
        (Timing, UrgentSoon) = (choice.Timing, choice.UrgentSoon);
        Address = await db.Users.Where(a => a.Id == me).Select(a => a.Email).FirstAsync(ct) ?? "";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = ModelState.IsValid
            ? await save.HandleAsync(new(Address, Timing, UrgentSoon), ct)
            : Result.Fail("Hãy chọn một cách nhận thư.", nameof(Timing));
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = "Đã lưu cách nhận thư.";
        return Redirect(ShellAddresses.Notifications);
    }
}
