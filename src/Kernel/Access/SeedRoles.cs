using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Access;

/// <summary>Gives the shipped roles the permissions that are new in this version; what an administrator changed stays as it is.</summary>
internal sealed class SeedRoles(UnionDb db, IEnumerable<IModule> modules) : ISeed
{
    public int Order => 0;

    public async Task HandleAsync(CancellationToken ct)
    {
        var roles = await db.Set<Role>().Select(r => r.Code).ToListAsync(ct);
        foreach (var ((code, name), rank) in Roles.All.Select((role, i) => (role, i)).Where(r => !roles.Contains(r.role.Code)))
            db.Add(
                new Role
                {
                    Code = code,
                    Name = name,
                    Rank = rank,
                }
            );
        var known = (await db.Set<RolePermission>().Select(p => p.PermissionCode).Distinct().ToListAsync(ct)).ToHashSet();
        // A role that is new in this version gets of the older permissions, too, what it ships with.
        foreach (var permission in modules.SelectMany(m => m.Permissions))
        foreach (var (role, _) in Roles.All.Where(role => !known.Contains(permission.Code) || !roles.Contains(role.Code)))
            db.Add(
                new RolePermission
                {
                    RoleCode = role,
                    PermissionCode = permission.Code,
                    Reach = permission.Defaults.FirstOrDefault(g => g.Role == role)?.Reach,
                }
            );
        await db.SaveChangesAsync(ct);
        // What no module asks for any more would only puzzle whoever reads the matrix of roles.
        var asked = modules.SelectMany(m => m.Permissions).Select(p => p.Code).ToList();
        await db.Set<RolePermission>().Where(p => !asked.Contains(p.PermissionCode)).ExecuteDeleteAsync(ct);
    }
}
