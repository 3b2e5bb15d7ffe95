using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Desk.Shell;

/// <summary>Whether the data were generated for a demonstration: one of the first things the audit log says, once for all.</summary>
internal sealed class DemonstrationMark
{
    /// <summary>Before the first person signs in little else happens.</summary>
    private const int First = 20;

    private bool? _isDemonstration;

    public async ValueTask<bool> IsSetAsync(UnionDb db, CancellationToken ct) =>
        _isDemonstration ??= await db.Set<AuditEntry>()
            .AsNoTracking()
            .Where(entry => entry.Sequence <= First)
            .AnyAsync(entry => entry.Action == "organisation.demo.generated", ct);
}
