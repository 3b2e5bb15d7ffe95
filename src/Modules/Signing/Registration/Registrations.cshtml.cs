using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>Certificates that were asked for, the latest first.</summary>
[Requires(Permissions.RegisterCode, Permissions.CheckRegistrationsCode)]
internal sealed class RegistrationsModel(UnionDb db, UserContext user) : PageModel
{
    public const string Address = "/chu-ky-so/dang-ky";

    private const int PageSize = 50;

    [FromQuery(Name = "xem")]
    public string? Shown { get; set; }

    /// <summary>How many pages were turned.</summary>
    [FromQuery(Name = "trang")]
    public int Turned { get; set; }

    public IReadOnlyList<CertificateRegistration> Rows { get; private set; } = [];

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];

    public bool HasNext { get; private set; }

    public bool MayAsk => user.Required.Can(Permissions.Register);

    public bool MayCheck => user.Required.Can(Permissions.CheckRegistrations);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Tabs = [TabOf("Đang làm", null), TabOf("Đã cấp", "da-cap"), TabOf("Đã đóng", "da-dong")];
        var all = RegistrationLog.Visible(db, user.Required).AsNoTracking();
        var shown = Shown switch
        {
            "da-cap" => all.Where(r => r.State == RegistrationState.Issued),
            "da-dong" => all.Where(r => r.State > RegistrationState.Issued),
            _ => all.Where(r => r.State < RegistrationState.Issued),
        };
        Turned = Math.Clamp(Turned, 0, 1000);
        var found = await shown
            .Include(r => r.Unit)
            .Include(r => r.LiesWith)
            .OrderByDescending(r => r.AskedAt)
            .ThenBy(r => r.Id)
            .Skip(Turned * PageSize)
            .Take(PageSize + 1)
            .ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        HasNext = found.Count > PageSize;
    }

    private Tab TabOf(string text, string? shown) =>
        new(text, Request.With(("xem", shown), ("trang", null)), (Shown ?? "") == (shown ?? ""));
}
