using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Operations;

[Requires(Permissions.AuditCode)]
internal sealed class AuditLogModel(UnionDb db, VerifyAudit verify, UserContext user, IEnumerable<IModule> modules) : PageModel
{
    public const int PageSize = 100;

    [FromQuery(Name = "truoc")]
    public long? Before { get; set; }

    [FromQuery(Name = "viec")]
    public string? Action { get; set; }

    public IReadOnlyList<AuditEntry> Rows { get; private set; } = [];

    public long? Next { get; private set; }

    public IEnumerable<AuditGroup> Groups => modules.SelectMany(m => m.AuditGroups);

    public AuditVerdict? Verdict { get; private set; }

    /// <summary>The chain is one for the whole installation.</summary>
    public bool CanVerify => user.Required.CanEverywhere(Permissions.Operations);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (!user.Required.CanEverywhere(Permissions.ReadAudit))
        {
            var units = db.Units.ReachedBy(user.Required, Permissions.ReadAudit).Select(u => (Guid?)u.Id);
            entries = entries.Where(e => units.Contains(e.UnitId));
        }
        if (Before is { } before)
            entries = entries.Where(e => e.Sequence < before);
        if (!string.IsNullOrWhiteSpace(Action))
            entries = entries.Where(e => e.Action.StartsWith(Action));
        var rows = await entries.OrderByDescending(e => e.Sequence).Take(PageSize + 1).ToListAsync(ct);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].Sequence : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!CanVerify)
            return Forbid();
        Verdict = await verify.HandleAsync(ct);
        await OnGetAsync(ct);
        return Page();
    }
}
