using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Accounts;

/// <summary>
/// Whose account an administrator may lock or give a new password: those whose posts all lie in reach. Otherwise the administrator of a
/// district could sign in as an officer of the federation.
/// </summary>
internal sealed class AccountReach(UnionDb db, UserContext user, TimeProvider time)
{
    public async Task<bool> CoversAsync(Guid accountId, CancellationToken ct)
    {
        var today = time.Today();
        var posts = db.Posts.AsNoTracking().Where(p => p.AccountId == accountId);
        var held = await posts.Where(p => p.ValidTo == null || p.ValidTo >= today).Select(p => p.Unit).ToListAsync(ct);
        // A person without a post belongs to where the last one was.
        if (held.Count == 0)
            held = await posts.OrderByDescending(p => p.ValidTo).ThenBy(p => p.Id).Select(p => p.Unit).Take(1).ToListAsync(ct);
        return user.Required.Can(Permissions.EditAccounts) && held.TrueForAll(unit => user.Required.Can(Permissions.EditAccounts, unit));
    }
}
