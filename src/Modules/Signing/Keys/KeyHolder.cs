using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>
/// Whose key it is: a person's own, or a unit's, with which its clerk signs for the unit (Nghị định 30/2020, điều 32, 33).
/// </summary>
internal readonly record struct KeyHolder
{
    public Guid? AccountId { get; private init; }

    public Guid? UnitId { get; private init; }

    public static KeyHolder Person(Guid accountId) => new() { AccountId = accountId };

    public static KeyHolder Unit(Guid unitId) => new() { UnitId = unitId };

    /// <summary>The unit's where there is one, else the person's.</summary>
    public static KeyHolder Of(Guid accountId, Guid? unitId) => unitId is { } unit ? Unit(unit) : Person(accountId);
}

/// <summary>The keys that are used now, and who may use them.</summary>
internal sealed class HeldKeys(UnionDb db, UserContext user, TimeProvider time)
{
    /// <summary>One or none.</summary>
    public IQueryable<SigningKey> Of(KeyHolder holder)
    {
        var (account, unit) = (holder.AccountId, holder.UnitId);
        return db.SigningKeys.Where(key => key.AccountId == account && key.UnitId == unit && key.EndedAt == null);
    }

    /// <returns>The one that the signed-in person may use and that counts now; null when there is none.</returns>
    public async Task<SigningKey?> UsableAsync(KeyHolder holder, CancellationToken ct)
    {
        var now = time.UtcDateTime();
        return await MayUseAsync(holder, ct) ? await Of(holder).AsNoTracking().FirstOrDefaultAsync(key => key.Until > now, ct) : null;
    }

    /// <returns>The unit that the signed-in person acts for, or the office that it is a part of, where the person keeps its seal; null
    /// where not.</returns>
    public async Task<Unit?> OwnOfficeAsync(CancellationToken ct)
    {
        if (user.Required.Unit is not { } acting)
            return null;
        var office = await db.Units.OfficeOfAsync(acting.Id, ct);
        return user.Required.Can(Permissions.Seal, office) ? office : null;
    }

    public async Task<bool> MayUseAsync(KeyHolder holder, CancellationToken ct)
    {
        var person = user.Required;
        if (holder.UnitId is not { } id)
            return holder.AccountId == person.AccountId && person.Can(Permissions.Use);
        return await db.Units.AsNoTracking().FirstOrDefaultAsync(unit => unit.Id == id && !unit.Kind.IsPartOfParent, ct) is { } unit
            && person.Can(Permissions.Seal, unit);
    }

    /// <summary>Of two changes at one time the second waits, and finds what the first has done.</summary>
    public Task LockAsync(KeyHolder holder, CancellationToken ct) =>
        holder.UnitId is { } unit
            ? db.Dialect.LockRowAsync<Unit>(db, unit, ct)
            : db.Dialect.LockRowAsync<Account>(db, holder.AccountId!.Value, ct);
}
