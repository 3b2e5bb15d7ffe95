using DoanKet.Kernel.Persistence;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Trust;

/// <summary>The certificates that are trusted now, for the verifier.</summary>
internal sealed class ReadTrust(UnionDb db)
{
    public async Task<TrustStore> HandleAsync(CancellationToken ct)
    {
        var store = new TrustStore();
        var roots = await db.TrustedRoots.AsNoTracking().Where(root => root.EndedAt == null).OrderBy(root => root.AddedAt).ToListAsync(ct);
        foreach (var root in roots)
            store.Add(root.Certificate, TrustNames.Of(root.Kind));
        return store;
    }
}
