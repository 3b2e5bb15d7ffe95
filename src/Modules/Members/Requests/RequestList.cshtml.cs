using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Requests;

/// <summary>What members asked, those that wait by the day on which the answer is due.</summary>
[Requires(Permissions.EditCode)]
internal sealed class RequestListModel(UnionDb db, UserContext user) : PageModel
{
    public const int PageSize = 50;

    [FromQuery(Name = "da-tra-loi")]
    public bool ShowsAnswered { get; set; }

    /// <summary>How many pages were turned.</summary>
    [FromQuery(Name = "trang")]
    public int Turned { get; set; }

    public IReadOnlyList<MemberRequest> Rows { get; private set; } = [];

    public bool HasNext { get; private set; }

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Tabs = [TabOf("Chờ trả lời", false), TabOf("Đã trả lời", true)];
        var requests = db.Requests.AsNoTracking().VisibleTo(user.Required, Permissions.Edit);
        var sorted = ShowsAnswered
            ? requests.Where(r => r.State >= RequestState.Granted).OrderByDescending(r => r.AnsweredAt).ThenBy(r => r.Id)
            : requests.Where(r => r.State < RequestState.Granted).OrderBy(r => r.AnswerBy).ThenBy(r => r.Id);
        Turned = Math.Clamp(Turned, 0, 1000);
        var found = await sorted.Include(r => r.Member).Include(r => r.Unit).Skip(Turned * PageSize).Take(PageSize + 1).ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        HasNext = found.Count > PageSize;
    }

    private Tab TabOf(string text, bool answered) =>
        new(text, Request.With(("da-tra-loi", answered ? "true" : null), ("trang", null)), ShowsAnswered == answered);
}
