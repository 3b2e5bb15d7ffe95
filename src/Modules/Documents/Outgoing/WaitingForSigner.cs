using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
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
            .WhereOneOf(d => d.SignerId, people)
            .WhereOneOf(d => d.UnitId, units)
            .Where(d => d.CoSigners.All(s => s.SignedAt != null));
    }

    /// <summary>Papers on which the person signs beside the signer, when it is the person's turn; nobody stands in.</summary>
    public static IQueryable<OutgoingDocument> WaitingForSignatureBeside(this UnionDb db, Guid person)
    {
        // Few wait for anybody; from them to the documents, not the other way.
        var mine = db.Set<CoSigner>().Where(s => s.AccountId == person && s.SignedAt == null).Select(s => s.OutgoingId);
        return db
            .Outgoing.Where(d => d.State == OutgoingState.Signing && mine.Contains(d.Id))
            .Where(d => d.CoSigners.Where(s => s.SignedAt == null).OrderBy(s => s.Ordinal).Take(1).Any(s => s.AccountId == person));
    }
}
