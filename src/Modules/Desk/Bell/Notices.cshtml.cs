using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Ui.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Desk.Bell;

[SignedIn("everybody reads their own notices")]
internal sealed class NoticesModel(UnionDb db, UserContext user, MarkRead mark, TimeProvider time) : PageModel
{
    public const int PageSize = 30;

    /// <summary>Id of the last notice of the page before; ids are ordered by time.</summary>
    [FromQuery(Name = "sau")]
    public Guid? After { get; set; }

    internal sealed record Row(Guid Id, string Text, DateTime At, bool IsNew);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Guid? Next { get; private set; }

    public bool AnyNew => Rows.Any(r => r.IsNew);

    public DateTime ShownAt { get; } = time.UtcDateTime();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = user.Required.AccountId;
        var notices = db.Set<Notice>().AsNoTracking().Where(n => n.AccountId == me);
        if (After is { } after && await notices.Where(n => n.Id == after).Select(n => (DateTime?)n.At).FirstOrDefaultAsync(ct) is { } at)
            notices = notices.Where(n => n.At < at || (n.At == at && n.Id.CompareTo(after) < 0));
        var found = await notices
            .OrderByDescending(n => n.At)
            .ThenByDescending(n => n.Id)
            .Take(PageSize + 1)
            .Select(n => new Row(n.Id, n.Text, n.At, n.ReadAt == null))
            .ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? Rows[^1].Id : null;
    }

    /// <summary>"Đánh dấu đã đọc" on one line.</summary>
    public async Task<IActionResult> OnPostReadAsync(Guid id, CancellationToken ct)
    {
        await mark.OneAsync(id, ct);
        return Redirect(ShellAddresses.Notifications);
    }

    public async Task<IActionResult> OnPostReadAllAsync(long shown, CancellationToken ct)
    {
        // The number comes from the page itself, but anybody can send any.
        var until = Math.Clamp(shown, 0, time.UtcDateTime().Ticks);
        var count = await mark.UntilAsync(new(until, DateTimeKind.Utc), ct);
        TempData["flash"] = $"Đã đánh dấu {count} thông báo là đã đọc.";
        return Redirect(ShellAddresses.Notifications);
    }
}
