using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>A person competent to sign for a unit, with the position that stands above the name.</summary>
internal sealed record SignerRow(Guid AccountId, string FullName, string Title);

/// <summary>The leaders of a unit today (Nghị định 30/2020, điều 13).</summary>
internal sealed class Signers(UnionDb db, TimeProvider time)
{
    public Task<List<SignerRow>> OfAsync(Guid unitId, CancellationToken ct) =>
        db
            .Posts.AsNoTracking()
            .HeldOn(time.Today())
            .Where(p => p.UnitId == unitId && p.RoleCode == Roles.Leader && p.Account.ClosedAt == null)
            .OrderBy(p => p.Id)
            .Select(p => new SignerRow(p.AccountId, p.Account.FullName, p.Title))
            .ToListAsync(ct);

    public async Task<SignerRow?> FindAsync(Guid unitId, Guid? accountId, CancellationToken ct) =>
        (await OfAsync(unitId, ct)).FirstOrDefault(s => s.AccountId == accountId);
}
