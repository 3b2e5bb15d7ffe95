using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>A unit asks for a certificate for one of its people or for its seal.</summary>
[Uploads]
[Requires(Permissions.RegisterCode)]
internal sealed class AskModel(UnionDb db, UserContext user, AskForCertificate ask, KeepPapers keep, TimeProvider time) : PageModel
{
    public const string Address = RegistrationsModel.Address + "/moi";

    [BindProperty]
    public CertificateUse Use { get; set; }

    [BindProperty]
    public Guid? AccountId { get; set; }

    [BindProperty]
    public string HolderName { get; set; } = "";

    [BindProperty]
    public string HolderTitle { get; set; } = "";

    [BindProperty]
    public string Note { get; set; } = "";

    [BindProperty]
    public List<IFormFile> Papers { get; set; } = [];

    public string UnitName { get; private set; } = "";

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<RequiredPaper> Required { get; private set; } = [];

    public static IReadOnlyList<SelectListItem> Uses { get; } =
    [.. Enum.GetValues<CertificateUse>().Select(use => new SelectListItem(use.Name(), use.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        var kept = await keep.HandleAsync(Papers, ct);
        if (!kept.Ok)
            return this.Invalid(kept);
        var asked = await ask.HandleAsync(new(Use, AccountId, HolderName, HolderTitle, Note), kept.Value, ct);
        if (!asked.Ok)
            return this.Invalid(asked);
        TempData["flash"] = "Đã gửi đăng ký lên cấp trên.";
        return Redirect($"{RegistrationsModel.Address}/{asked.Value}");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (user.Required.Unit is not { } acting)
            return false;
        var office = await db.Units.OfficeOfAsync(acting.Id, ct);
        UnitName = office.Name;
        People =
        [
            .. (await RegistrationLog.OfficersOf(db, office, time.Today()).AsNoTracking().ToListAsync(ct))
                .DistinctBy(p => p.AccountId)
                .Select(p => new SelectListItem($"{p.Account.FullName} — {p.Title}", p.AccountId.ToString())),
        ];
        Required = await db.RequiredPapers.AsNoTracking().ValidOn(time.Today()).OrderBy(p => p.Code).ToListAsync(ct);
        return user.Required.Can(Permissions.Register, office);
    }
}
