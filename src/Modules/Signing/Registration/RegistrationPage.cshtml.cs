using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Trust;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>One registration: its papers, what was done, and the next step for whom it waits.</summary>
[Uploads]
[Requires(Permissions.RegisterCode, Permissions.CheckRegistrationsCode)]
internal sealed class RegistrationPageModel(
    UnionDb db,
    UserContext user,
    MoveRegistration move,
    RecordCertificate record,
    AskForCertificate ask,
    KeepPapers keep
) : PageModel
{
    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public string How { get; set; } = "";

    [BindProperty]
    public string Note { get; set; } = "";

    [BindProperty]
    public List<IFormFile> Papers { get; set; } = [];

    [BindProperty]
    public IFormFile? CertificateFile { get; set; }

    [BindProperty]
    public string Issuer { get; set; } = "";

    [BindProperty]
    public string SerialNumber { get; set; } = "";

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    public CertificateRegistration Asked { get; private set; } = null!;

    public bool IsAsker => user.Required.Can(Permissions.Register, Asked.Unit);

    public bool IsChecker => user.Required.Can(Permissions.CheckRegistrations, Asked.LiesWith);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Đã trả lại để bổ sung.", () => move.ReturnAsync(id, Reason, ct), ct);

    public Task<IActionResult> OnPostForwardAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Đã chuyển lên cấp trên.", () => move.ForwardAsync(id, ct), ct);

    public Task<IActionResult> OnPostSendOutAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Đã ghi là đã gửi nơi cấp.", () => move.SendOutAsync(id, How, ct), ct);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Đã rút đăng ký.", () => move.WithdrawAsync(id, ct), ct);

    public Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken ct) =>
        ActAsync(
            id,
            "Đã gửi lại.",
            async () =>
            {
                var kept = await keep.HandleAsync(Papers, ct);
                return kept.Ok ? await ask.AgainAsync(id, Note, kept.Value, ct) : kept;
            },
            ct
        );

    public Task<IActionResult> OnPostRecordAsync(Guid id, CancellationToken ct) =>
        ActAsync(
            id,
            "Đã ghi chứng thư được cấp.",
            async () =>
            {
                using var bytes = new MemoryStream();
                // A certificate has some kilobytes; what is larger is none, and is told so.
                if (CertificateFile is { Length: < 4 * TrustedRoot.MaxCertificate })
                    await CertificateFile.CopyToAsync(bytes, ct);
                else if (CertificateFile is not null)
                    return Result.Fail(Trust.CertificateFile.Refusal, "CertificateFile");
                return await record.HandleAsync(id, bytes.ToArray(), new(Issuer, SerialNumber, From, Until), ct);
            },
            ct
        );

    public Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Đã ghi chứng thư bị thu hồi.", () => record.RevokeAsync(id, Reason, ct), ct);

    private async Task<IActionResult> ActAsync(Guid id, string said, Func<Task<Result>> act, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var result = await act();
        db.ChangeTracker.Clear();
        if (!result.Ok)
            return await LoadAsync(id, ct) ? this.Invalid(result) : NotFound();
        TempData["flash"] = said;
        return Redirect(Asked.Link);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var asked = await RegistrationLog
            .Visible(db, user.Required)
            .AsNoTracking()
            .AsSplitQuery()
            .Include(r => r.Unit)
            .Include(r => r.LiesWith)
            .Include(r => r.Papers.OrderBy(p => p.Ordinal))
            .Include(r => r.Steps.OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Take(100))
            .FirstOrDefaultAsync(r => r.Id == id, ct);
        if (asked is null)
            return false;
        Asked = asked;
        return true;
    }
}
