using DoanKet.Kernel.Access;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Papers whose turn it is to be signed by a person, or by who stands in.</summary>
internal static class WaitingForSigner
{
    public static IQueryable<OutgoingDocument> WaitingForSignatureOf(this IQueryable<OutgoingDocument> documents, CurrentUser user)
    {
        var (people, units) = (user.AccountIds, user.UnitsWhere(Permissions.Sign));
        return documents
            .Where(d => d.State == OutgoingState.Signing && d.SignerId != null)
            .Where(d => people.Contains(d.SignerId!.Value) && units.Contains(d.UnitId))
            .Where(d => d.CoSigners.All(s => s.SignedAt != null));
    }
}
