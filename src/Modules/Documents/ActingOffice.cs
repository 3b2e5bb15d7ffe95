using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;

namespace DoanKet.Modules.Documents;

/// <summary>The unit whose books the signed-in person works with: the federation for somebody of one of its boards.</summary>
internal sealed class ActingOffice(UnionDb db, UserContext user)
{
    /// <summary>Null for a person without a post today.</summary>
    public async Task<ActingUnit?> FindAsync(CancellationToken ct)
    {
        if (user.Required.Unit is not { IsPart: true } part)
            return user.Required.Unit;
        var office = await db.Units.OfficeOfAsync(part.Id, ct);
        return new(office.Id, office.Name, office.Path, office.Ordinal, office.Symbol, IsPart: false);
    }
}
