using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Accounts;

/// <summary>Which accounts an administrator sees, and on which an administrator acts: decided by the units of the person's posts.</summary>
internal sealed class AccountReach(UnionDb db, UserContext user, TimeProvider time)
{
    /// <summary>Accounts with a present or coming post in reach; a person without one belongs to where the last one was.</summary>
    public IQueryable<Account> Visible()
    {
        if (user.Required.CanEverywhere(Permissions.EditAccounts))
            return db.Users;
        var today = time.Today();
        var units = db.Units.ReachedBy(user.Required, Permissions.EditAccounts).Select(u => u.Id);
        var kept = db.Posts.Where(p => p.ValidTo == null || p.ValidTo >= today);
        return db.Users.Where(a =>
            kept.Any(p => p.AccountId == a.Id && units.Contains(p.UnitId))
            || (
                !kept.Any(p => p.AccountId == a.Id)
                && units.Contains(
                    db.Posts.Where(p => p.AccountId == a.Id)
                        .OrderByDescending(p => p.ValidTo)
                        .ThenBy(p => p.Id)
                        .Select(p => p.UnitId)
                        .FirstOrDefault()
                )
            )
        );
    }

    /// <summary>
    /// Whose account an administrator may lock, give a new password or another post: those whose posts all lie in reach. Otherwise the
    /// administrator of a district could sign in as an officer of the federation.
    /// </summary>
    public async Task<bool> CoversAsync(Guid accountId, CancellationToken ct)
    {
        if (user.Required.CanEverywhere(Permissions.EditAccounts))
            return true;
        if (!await Visible().AnyAsync(a => a.Id == accountId, ct))
            return false;
        var today = time.Today();
        var kept = await db
            .Posts.AsNoTracking()
            .Where(p => p.AccountId == accountId && (p.ValidTo == null || p.ValidTo >= today))
            .Select(p => p.Unit)
            .ToListAsync(ct);
        return kept.TrueForAll(unit => user.Required.Can(Permissions.EditAccounts, unit));
    }
}
