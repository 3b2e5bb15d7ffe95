using DoanKet.Kernel.Access;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Accounts;

/// <summary>Which role may do what, and how far.</summary>
[Requires(Permissions.AccountsCode)]
internal sealed class RoleMatrixModel(UnionDb db, IEnumerable<IModule> modules) : PageModel
{
    public IReadOnlyList<Role> RoleColumns { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    internal sealed record Row(string Name, IReadOnlyList<Reach?> Reaches);

    public async Task OnGetAsync(CancellationToken ct)
    {
        RoleColumns = await db.Set<Role>().AsNoTracking().OrderBy(r => r.Rank).ThenBy(r => r.Code).ToListAsync(ct);
        var reach = await db.Set<RolePermission>().AsNoTracking().ToDictionaryAsync(p => (p.PermissionCode, p.RoleCode), p => p.Reach, ct);
        Rows =
        [
            .. modules
                .SelectMany(m => m.Permissions)
                .Select(p => new Row(p.Name, [.. RoleColumns.Select(r => reach.GetValueOrDefault((p.Code, r.Code)))])),
        ];
    }
}
