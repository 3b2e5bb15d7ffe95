using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Organisation.Accounts;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Absences;

internal static class AbsenceAddresses
{
    public const string Own = "/vang-mat";
}

/// <summary>A line of the page.</summary>
/// <param name="IsOwn">Of the person of the page; otherwise one in which that person stands in.</param>
internal sealed record AbsenceRow(
    Guid Id,
    bool IsOwn,
    string Person,
    string Deputy,
    DateOnly FirstDay,
    DateOnly LastDay,
    string WrittenAuthority
);

/// <summary>Absences of one person that last or are to come, and a form for a new one.</summary>
internal abstract class AbsenceModel(UnionDb db, PossibleDeputies deputies, RecordAbsence record, EndAbsence end, TimeProvider time)
    : PageModel
{
    [BindProperty]
    public AbsenceInput Input { get; set; } = new();

    public IReadOnlyList<AbsenceRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Deputies { get; private set; } = [];

    public DateOnly Today => time.Today();

    /// <summary>Whose page it is; null when it is not to be seen.</summary>
    protected abstract Task<Guid?> FindPersonAsync(CancellationToken ct);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } person)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid(Result.Success);
        return Answer(await record.HandleAsync(person, Input, ct), "Đã báo vắng mặt; người thay đã được báo.");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid absence, CancellationToken ct)
    {
        if (await LoadAsync(ct) is null)
            return NotFound();
        return Answer(await end.HandleAsync(absence, ct), "Đã kết thúc; từ bây giờ việc trở về người chính.");
    }

    private IActionResult Answer(Result result, string done)
    {
        if (!result.Ok)
            return this.Invalid(result, nameof(Input));
        TempData["flash"] = done;
        return Redirect(Request.Path);
    }

    private async Task<Guid?> LoadAsync(CancellationToken ct)
    {
        if (await FindPersonAsync(ct) is not { } person)
            return null;
        var today = Today;
        Rows = await db.Set<Absence>()
            .AsNoTracking()
            .Where(a => (a.AccountId == person || a.DeputyId == person) && a.EndedAt == null && a.LastDay >= today)
            .OrderBy(a => a.FirstDay)
            .ThenBy(a => a.Id)
            .Select(a => new AbsenceRow(
                a.Id,
                a.AccountId == person,
                a.Account.FullName,
                a.Deputy.FullName,
                a.FirstDay,
                a.LastDay,
                a.WrittenAuthority
            ))
            .ToListAsync(ct);
        Deputies =
        [
            .. (await deputies.ForAsync(person, ct)).Select(d => new SelectListItem($"{d.FullName} — {d.Title}", d.AccountId.ToString())),
        ];
        return person;
    }
}

/// <summary>One's own days away.</summary>
[SignedIn("everybody says when they are away")]
internal sealed class OwnAbsencesModel(
    UnionDb db,
    PossibleDeputies deputies,
    RecordAbsence record,
    EndAbsence end,
    UserContext user,
    TimeProvider time
) : AbsenceModel(db, deputies, record, end, time)
{
    protected override Task<Guid?> FindPersonAsync(CancellationToken ct) => Task.FromResult<Guid?>(user.Required.AccountId);
}

/// <summary>For an administrator, when somebody can't say it.</summary>
[Requires(Permissions.AccountsCode)]
internal sealed class PersonAbsencesModel(
    UnionDb db,
    PossibleDeputies deputies,
    RecordAbsence record,
    EndAbsence end,
    AccountReach reach,
    TimeProvider time
) : AbsenceModel(db, deputies, record, end, time)
{
    private readonly UnionDb _db = db;

    public string FullName { get; private set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    protected override async Task<Guid?> FindPersonAsync(CancellationToken ct)
    {
        if (!await reach.CoversAsync(Id, ct))
            return null;
        FullName = await _db.Users.Where(a => a.Id == Id).Select(a => a.FullName).FirstOrDefaultAsync(ct) ?? "";
        return FullName.Length == 0 ? null : Id;
    }
}
