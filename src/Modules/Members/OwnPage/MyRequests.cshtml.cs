using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Requests;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>What the member asked and what the union answered; asking anew.</summary>
internal sealed class MyRequestsModel(OwnSessions sessions, UnionDb db, AskUnion ask) : OwnPageModel(sessions)
{
    private const int Shown = 50;

    /// <summary>Chosen by the link that led here.</summary>
    [BindProperty(Name = "viec", SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty]
    public string Text { get; set; } = "";

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public IReadOnlyList<MemberRequest> Asked { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await ask.HandleAsync(Member.Id, Kind, Text, ct);
        if (!result.Ok)
        {
            await LoadAsync(ct);
            return this.Invalid(result);
        }
        TempData["flash"] = "Đã gửi cho công đoàn. Câu trả lời sẽ hiện ở trang này.";
        return Redirect("/toi/yeu-cau");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Kinds = [.. (await ask.KindsAsync(ct)).Select(kind => new SelectListItem(kind.Name, kind.Code))];
        Asked = await db
            .Requests.AsNoTracking()
            .Where(r => r.MemberId == Member.Id)
            .OrderByDescending(r => r.AskedAt)
            .Take(Shown)
            .ToListAsync(ct);
    }
}
