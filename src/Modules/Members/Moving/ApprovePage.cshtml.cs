using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Moving;

/// <summary>The people who wait for the union above, those of one union together, all of them ticked.</summary>
[Requires(Permissions.ApproveCode)]
internal sealed class ApprovePageModel(UnionDb db, UserContext user, ApproveMembers approve) : PageModel
{
    public const int Shown = 200;

    [FromQuery(Name = "don-vi")]
    public Guid? UnitId { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    internal sealed record Row(
        Guid Id,
        string FullName,
        Sex? Sex,
        int? BirthYear,
        DateOnly? BornOn,
        bool HasNumber,
        string Position,
        string Unit,
        string ReturnReason
    )
    {
        public BirthDate? Born => BirthYear is { } year ? new BirthDate(year, BornOn) : null;
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await approve.HandleAsync(Chosen, ct);
        if (!result.Ok)
        {
            await LoadAsync(ct);
            return this.Invalid(result);
        }
        TempData["flash"] = $"Đã duyệt {result.Value} đoàn viên.";
        return Redirect("/doan-vien/duyet");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var waiting = db
            .Members.AsNoTracking()
            .VisibleTo(user.Required, Permissions.Approve)
            .Where(m => m.State == MemberState.AwaitingApproval);
        if (UnitId is { } unit)
            waiting = waiting.Where(m => m.UnitId == unit);
        Rows = await waiting
            .OrderBy(m => m.Unit.Code)
            .ThenBy(m => m.NameBackward)
            .ThenBy(m => m.Id)
            .Take(Shown)
            .Select(m => new Row(
                m.Id,
                m.FullName,
                m.Sex,
                m.BirthYear,
                m.BornOn,
                m.NationalIdKey != null,
                m.Position,
                m.Unit.Name,
                m.ReturnReason
            ))
            .ToListAsync(ct);
    }
}
