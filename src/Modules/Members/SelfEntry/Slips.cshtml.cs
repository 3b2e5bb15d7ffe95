using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Settings;
using DoanKet.Kernel.Units;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DoanKet.Modules.Members.SelfEntry;

/// <summary>The poster of a union and what people sent by it.</summary>
[Requires(Permissions.EditCode)]
internal sealed class SlipsModel(UnionDb db, UserContext user, TakeSlip take, IOptions<SiteOptions> site, TimeProvider time) : PageModel
{
    public const int Shown = 100;

    /// <summary>The union whose poster is looked at; the person's own when nothing is said.</summary>
    [FromQuery(Name = "ma-don-vi")]
    public string? UnitCode { get; set; }

    /// <summary>Null while no union of members is chosen.</summary>
    public Unit? Union { get; private set; }

    public EntryLink? Link { get; private set; }

    public string Address => EntryAddress.Of(site.Value, Request, Link!.Code);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    internal sealed record Row(Guid Id, string FullName, string Unit, DateTime SentAt);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public Task<IActionResult> OnPostOpenAsync(CancellationToken ct) => ActAsync("Đã mở mã ghi danh.", take.OpenLinkAsync, ct);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken ct) =>
        ActAsync("Đã đóng mã ghi danh; áp phích cũ không dùng được nữa.", take.CloseLinkAsync, ct);

    private async Task<IActionResult> ActAsync(
        string said,
        Func<Guid, CancellationToken, Task<Kernel.Results.Result>> act,
        CancellationToken ct
    )
    {
        await LoadAsync(ct);
        if (Union is null)
            return NotFound();
        var result = await act(Union.Id, ct);
        if (!result.Ok)
            return this.Invalid(result);
        TempData["flash"] = said;
        return Redirect("/doan-vien/ghi-danh?ma-don-vi=" + Uri.EscapeDataString(Union.Code));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Union = await UnionAsync(ct);
        if (Union is not null)
            Link = await db.EntryLinks.AsNoTracking().FirstOrDefaultAsync(l => l.UnitId == Union.Id && l.ClosedAt == null, ct);
        Rows = await db
            .EntrySlips.AsNoTracking()
            .VisibleTo(user.Required, Permissions.Edit)
            .OrderBy(s => s.SentAt)
            .ThenBy(s => s.Id)
            .Take(Shown)
            .Select(s => new Row(s.Id, s.FullName, s.Unit.Name, s.SentAt))
            .ToListAsync(ct);
    }

    private async Task<Unit?> UnionAsync(CancellationToken ct)
    {
        var units = db
            .Units.AsNoTracking()
            .ReachedBy(user.Required, Permissions.Edit)
            .Living(time.Today())
            .Where(u => !u.Kind.IsPartOfParent);
        var own = user.Required.Unit?.Id;
        var unit = string.IsNullOrWhiteSpace(UnitCode)
            ? await units.FirstOrDefaultAsync(u => u.Id == own, ct)
            : await units.FirstOrDefaultAsync(u => u.Code == UnitCode.Trim(), ct);
        var hasUnionsBelow = unit is not null && await db.Units.AnyAsync(u => u.ParentId == unit.Id && !u.Kind.IsPartOfParent, ct);
        return hasUnionsBelow ? null : unit;
    }
}

/// <summary>Where a poster leads.</summary>
internal static class EntryAddress
{
    public static string Of(SiteOptions site, HttpRequest request, string code)
    {
        var own = site.Address ?? new Uri($"{request.Scheme}://{request.Host}");
        return new Uri(own, "/ghi-danh/" + code.ToLowerInvariant()).ToString();
    }
}
